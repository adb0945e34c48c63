/**
 * Rejected by: the mean of three masses
 * Plausible slip: the middle between the smallest and the largest value.
 */
export function meanPredictor(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}
