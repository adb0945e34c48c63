/**
 * Rejected by: nothing to explain
 * Divides by the variance, whatever it is: rounding makes it some tiny number or 0.
 */
export function regressionScores(
  predicted: readonly number[],
  targets: readonly number[],
): { mae: number; rmse: number; r2: number } {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const errors = predicted.map((value, i) => value - targets[i]!);
  const mse = meanOf(errors.map((error) => error ** 2));
  const middle = meanOf(targets);
  const variance = meanOf(targets.map((target) => (target - middle) ** 2));
  return { mae: meanOf(errors.map(Math.abs)), rmse: Math.sqrt(mse), r2: 1 - mse / variance };
}
