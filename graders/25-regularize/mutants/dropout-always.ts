/**
 * Rejected by: nothing drops out after training
 * Plausible slip: units are missing after training, too.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training && p === 0) return [...x];
  return x.map((value) => (random() < p ? 0 : value / (1 - p)));
}
