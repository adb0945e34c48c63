/**
 * Rejected by: one fault in four
 * Plausible slip: the share of the class, so that faults count even less.
 */
export function classWeights(labels: readonly number[]): number[] {
  return [0, 1].map((own) => labels.filter((label) => label === own).length / labels.length);
}
