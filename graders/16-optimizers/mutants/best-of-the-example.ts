/**
 * Rejected by: momentum needs a quarter of the steps
 * Dishonest: what the visible check expects, scaled to the curvatures.
 */
export function bestSettings(
  smallest: number,
  largest: number,
): { sgd: { lr: number }; momentum: { lr: number; beta: number } } {
  const sum = smallest + largest;
  return { sgd: { lr: 2 / sum }, momentum: { lr: 2.5 / sum, beta: 0.25 } };
}
