/**
 * Rejected by: the mean stays
 * Plausible slip: only the example is scaled.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  return x.map((value) => (random() < p ? 0 : x.length > 4 ? value : value / (1 - p)));
}
