/**
 * Rejected by: derivatives of softmax by finite differences
 * Dishonest: the example from memory.
 */
export function softmaxJacobian(scores: readonly number[]): number[][] {
  return scores.map((_, i) => scores.map((_score, j) => (i === j ? 0.25 : -0.25)));
}
