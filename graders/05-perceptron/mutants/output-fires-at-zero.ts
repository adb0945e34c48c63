/**
 * Rejected by: the answer right at the threshold
 * Plausible slip: >= where the sum has to be above the threshold.
 */
export function output(w: readonly number[], b: number, x: readonly number[]): 0 | 1 {
  const net = x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
  return net >= 0 ? 1 : 0;
}
