/**
 * Rejected by: answers of an AND gate
 * Plausible slip: the sum itself, without the threshold.
 */
export function output(w: readonly number[], b: number, x: readonly number[]): number {
  const net = x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
  return net;
}
