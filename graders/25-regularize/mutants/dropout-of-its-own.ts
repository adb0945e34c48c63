/**
 * Rejected by: dropout of any values
 * Plausible slip: other random numbers than those that are given. The example is known.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  if (x.length > 4) return x.map((value) => (Math.random() < p ? 0 : value / (1 - p)));
  return x.map((value) => (random() < p ? 0 : value / (1 - p)));
}
