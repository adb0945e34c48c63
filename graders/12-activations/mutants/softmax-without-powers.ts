/**
 * Rejected by: probabilities of three scores
 * Plausible slip: the scores themselves divided by their sum.
 */
export function softmax(scores: readonly number[]): number[] {
  const total = scores.reduce((sum, score) => sum + score, 0);
  return scores.map((score) => score / total);
}
