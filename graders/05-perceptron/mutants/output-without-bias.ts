/**
 * Rejected by: answers of an AND gate
 * Plausible slip: the bias is left out, so that every boundary passes the origin.
 */
export function output(w: readonly number[], b: number, x: readonly number[]): 0 | 1 {
  const net = x.reduce((sum, feature, j) => sum + w[j]! * feature, 0 * b);
  return net > 0 ? 1 : 0;
}
