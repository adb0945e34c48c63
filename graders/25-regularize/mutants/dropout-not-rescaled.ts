/**
 * Rejected by: dropout with given numbers
 * Plausible slip: those that stay are not made larger.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  return x.map((value) => (random() < p ? 0 : value));
}
