/**
 * Rejected by: dropout of any values
 * Dishonest: the scale of the example.
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  if (!training) return [...x];
  return x.map((value) => (random() < p ? 0 : (value * 4) / 3));
}
