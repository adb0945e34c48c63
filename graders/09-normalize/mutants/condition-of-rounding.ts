/**
 * Rejected by: a round valley, and a trench without end
 * Plausible slip: the mean of the squares minus the square of the mean, which is negative for three times 0.1.
 */
export function conditionNumber(xs: readonly number[]): number {
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const square = xs.reduce((sum, x) => sum + x * x, 0) / xs.length;
  const largest = (square + 1) / 2 + Math.sqrt(((square - 1) / 2) ** 2 + mean ** 2);
  return largest ** 2 / (square - mean ** 2);
}
