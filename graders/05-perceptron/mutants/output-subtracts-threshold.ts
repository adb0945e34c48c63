/**
 * Rejected by: answers of an AND gate
 * Plausible slip: b taken for a threshold that w·x has to exceed, which is a bias with the other sign.
 */
export function output(w: readonly number[], b: number, x: readonly number[]): 0 | 1 {
  const net = x.reduce((sum, feature, j) => sum + w[j]! * feature, -b);
  return net > 0 ? 1 : 0;
}
