/**
 * Rejected by: the error in grams
 * Plausible slip: the mean absolute error.
 */
export function rmse(predicted: readonly number[], values: readonly number[]): number {
  const errors = values.map((value, i) => value - predicted[i]!);
  return errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
}
