/**
 * Rejected by: four distances by hand
 * Plausible slip: the whole square inside, so that it jumps at delta.
 */
export function huber(target: number, prediction: number, delta = 1): number {
  const size = Math.abs(prediction - target);
  return size <= delta ? size ** 2 : delta * (size - delta / 2);
}
