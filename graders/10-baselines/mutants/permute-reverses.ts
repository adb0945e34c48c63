/**
 * Rejected by: the seed decides the order
 * Plausible slip: one order for all seeds.
 */
export function permuteLabels(labels: readonly string[], _seed: number): string[] {
  return [...labels].reverse();
}
