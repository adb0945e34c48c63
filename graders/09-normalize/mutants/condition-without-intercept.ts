/**
 * Rejected by: the valley of exercise 02
 * Plausible slip: the diagonal alone, as if slope and intercept did not work together.
 */
export function conditionNumber(xs: readonly number[]): number {
  const square = xs.reduce((sum, x) => sum + x * x, 0) / xs.length;
  return Math.max(square, 1) / Math.min(square, 1);
}
