/**
 * Rejected by: the error in grams
 * Plausible slip: divides by n − 1, as statistics books do for another quantity.
 */
export function rmse(predicted: readonly number[], values: readonly number[]): number {
  const errors = values.map((value, i) => value - predicted[i]!);
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / (errors.length - 1));
}
