/**
 * Rejected by: crossentropy is entropy plus divergence
 * Plausible slip: 0 · ln 0 is NaN.
 */
export function klDivergence(target: readonly number[], probabilities: readonly number[]): number {
  return target.reduce((sum, share, c) => sum + share * Math.log(share / probabilities[c]!), 0);
}
