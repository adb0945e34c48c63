/**
 * Rejected by: softmax of any scores
 * Plausible slip: the sum runs over the three classes of the example.
 */
export function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.slice(0, 3).reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
