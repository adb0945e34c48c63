/**
 * Rejected by: scores of ten thousand
 * Curriculum: nothing is subtracted, so e^10000 is Infinity.
 */
export function softmax(scores: readonly number[]): number[] {
  const powers = scores.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
