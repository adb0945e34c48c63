/**
 * Rejected by: dropout with given numbers
 * Plausible slip: p is taken for the probability of staying.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  return x.map((value) => (random() >= p ? 0 : value / (1 - p)));
}
