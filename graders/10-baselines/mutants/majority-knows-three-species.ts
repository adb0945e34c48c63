/**
 * Rejected by: the baseline of any labels
 * Plausible slip: the labels can only be those of the penguins.
 */
export function majority(labels: readonly string[]): string {
  const counts = { Adelie: 0, Chinstrap: 0, Gentoo: 0 } as Record<string, number>;
  for (const label of labels) counts[label]! += 1;
  return [...new Set(labels)].sort((one, other) => counts[other]! - counts[one]!)[0]!;
}
