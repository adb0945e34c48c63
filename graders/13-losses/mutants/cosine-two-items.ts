/**
 * Rejected by: directions of any length
 * Plausible slip: written for lists of two items, as in the examples.
 */
export function cosineDistance(target: readonly number[], prediction: readonly number[]): number {
  const lengths = Math.hypot(target[0]!, target[1]!) * Math.hypot(prediction[0]!, prediction[1]!);
  if (lengths === 0) return 1;
  return 1 - (target[0]! * prediction[0]! + target[1]! * prediction[1]!) / lengths;
}
