/**
 * Rejected by: the mean of three masses
 * Plausible slip: the median, which is best for absolute errors.
 */
export function meanPredictor(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
