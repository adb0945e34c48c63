/**
 * Rejected by: the net input of two points
 * Plausible slip: the bias is left out, so that the neuron is 0 at the origin.
 */
export function net(w: readonly number[], b: number, x: readonly number[]): number {
  return x.reduce((sum, feature, j) => sum + w[j]! * feature, 0 * b);
}
