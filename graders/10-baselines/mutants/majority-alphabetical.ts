/**
 * Rejected by: the most frequent label
 * Plausible slip: the labels are sorted by name, not by count.
 */
export function majority(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.keys()].sort()[0]!;
}
