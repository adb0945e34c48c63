/**
 * Rejected by: dropout with given numbers
 * Plausible slip: what drops out is left out of the list.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  return x.filter(() => random() >= p).map((value) => value / (1 - p));
}
