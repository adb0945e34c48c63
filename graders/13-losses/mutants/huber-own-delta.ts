/**
 * Rejected by: distances anywhere
 * Plausible slip: the delta that was given is not used.
 */
export function huber(target: number, prediction: number): number {
  const size = Math.abs(prediction - target);
  return size <= 1 ? size ** 2 / 2 : size - 0.5;
}
