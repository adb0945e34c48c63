/**
 * Rejected by: probabilities of three scores
 * The slides' error C4: one index for the output and for the sum, so the sum ends at the output itself.
 */
export function softmax(scores: readonly number[]): number[] {
  const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
  return powers.map((power, i) => power / powers.slice(0, i + 1).reduce((sum, other) => sum + other, 0));
}
