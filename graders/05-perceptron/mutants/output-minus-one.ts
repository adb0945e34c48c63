/**
 * Rejected by: answers of an AND gate
 * Plausible slip: -1 for "no", as in half of the textbooks.
 */
export function output(w: readonly number[], b: number, x: readonly number[]): number {
  const net = x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
  return net > 0 ? 1 : -1;
}
