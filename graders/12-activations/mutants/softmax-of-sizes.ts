/**
 * Rejected by: softmax of any scores
 * Plausible slip: the size of a score counts, not its sign.
 */
export function softmax(scores: readonly number[]): number[] {
  const sizes = scores.map(Math.abs);
  const powers = sizes.map((size) => Math.exp(size - Math.max(...sizes)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
