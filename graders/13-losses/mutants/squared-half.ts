/**
 * Rejected by: four distances by hand
 * Plausible slip: half a square, as inside huber.
 */
export function squaredError(target: number, prediction: number): number {
  return (prediction - target) ** 2 / 2;
}
