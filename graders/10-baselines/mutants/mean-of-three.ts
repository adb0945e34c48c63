/**
 * Rejected by: no constant is better than the mean
 * Plausible slip: divides by three, as in the example.
 */
export function meanPredictor(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / 3;
}
