/**
 * Rejected by: dropout with given numbers
 * Plausible slip: times the share that stays, as the first paper did it after training.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  return x.map((value) => (random() < p ? 0 : value * (1 - p)));
}
