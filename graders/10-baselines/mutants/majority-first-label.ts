/**
 * Rejected by: the most frequent label
 * Plausible slip: the first label, not the most frequent one.
 */
export function majority(labels: readonly string[]): string {
  return labels[0]!;
}
