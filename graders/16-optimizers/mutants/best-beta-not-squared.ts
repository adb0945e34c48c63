/**
 * Rejected by: the best settings for a bowl
 * β is not squared.
 */
export function bestSettings(
  smallest: number,
  largest: number,
): { sgd: { lr: number }; momentum: { lr: number; beta: number } } {
  const [low, high] = [Math.sqrt(smallest), Math.sqrt(largest)];
  const beta = (high - low) / (high + low);
  return { sgd: { lr: 2 / (smallest + largest) }, momentum: { lr: 4 / (low + high) ** 2, beta } };
}
