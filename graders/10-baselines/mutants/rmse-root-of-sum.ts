/**
 * Rejected by: the error in grams
 * Plausible slip: the root of the sum, not of the mean.
 */
export function rmse(predicted: readonly number[], values: readonly number[]): number {
  const errors = values.map((value, i) => value - predicted[i]!);
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0));
}
