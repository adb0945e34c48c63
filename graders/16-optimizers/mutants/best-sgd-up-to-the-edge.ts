/**
 * Rejected by: the best settings for a bowl
 * The rate at which the steepest weight only just does not diverge.
 */
export function bestSettings(
  smallest: number,
  largest: number,
): { sgd: { lr: number }; momentum: { lr: number; beta: number } } {
  const [low, high] = [Math.sqrt(smallest), Math.sqrt(largest)];
  const beta = ((high - low) / (high + low)) ** 2;
  return { sgd: { lr: 2 / largest }, momentum: { lr: 4 / (low + high) ** 2, beta } };
}
