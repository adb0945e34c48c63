/**
 * Rejected by: four distances by hand
 * Plausible slip: the line is not lowered by delta/2.
 */
export function huber(target: number, prediction: number, delta = 1): number {
  const size = Math.abs(prediction - target);
  return size <= delta ? size ** 2 / 2 : delta * size;
}
