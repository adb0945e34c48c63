/**
 * Rejected by: scores of ten thousand
 * Plausible slip: the mean subtracted instead of the largest.
 */
export function softmax(scores: readonly number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const powers = scores.map((score) => Math.exp(score - mean));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
