/**
 * Rejected by: the seed decides the order
 * Plausible slip: random numbers that no seed decides.
 */
export function permuteLabels(labels: readonly string[], _seed: number): string[] {
  const keyed = labels.map((label) => ({ label, key: Math.random() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ label }) => label);
}
