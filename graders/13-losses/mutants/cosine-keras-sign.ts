/**
 * Rejected by: same, right-angled and opposite directions
 * Plausible slip: minus the cosine, as TensorFlow.js has it under the name cosineProximity.
 */
export function cosineDistance(target: readonly number[], prediction: readonly number[]): number {
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, i) => sum + value * other[i]!, 0);
  const lengths = Math.sqrt(dot(target, target) * dot(prediction, prediction));
  return lengths === 0 ? 0 : -dot(target, prediction) / lengths;
}
