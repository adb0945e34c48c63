/**
 * Rejected by: answers for any number of features
 * Plausible slip: written for two features.
 */
export function output(w: readonly number[], b: number, x: readonly number[]): 0 | 1 {
  const net = w[0]! * x[0]! + w[1]! * x[1]! + b;
  return net > 0 ? 1 : 0;
}
