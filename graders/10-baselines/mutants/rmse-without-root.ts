/**
 * Rejected by: the error in grams
 * Plausible slip: the mean squared error, in squared grams.
 */
export function rmse(predicted: readonly number[], values: readonly number[]): number {
  const errors = values.map((value, i) => value - predicted[i]!);
  return errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
}
