/**
 * Rejected by: the seed decides the order
 * Dishonest: the labels as they are.
 */
export function permuteLabels(labels: readonly string[], _seed: number): string[] {
  return [...labels];
}
