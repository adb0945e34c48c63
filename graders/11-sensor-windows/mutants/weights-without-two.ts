/**
 * Rejected by: one fault in four
 * Plausible slip: n / count, without the number of classes.
 */
export function classWeights(labels: readonly number[]): number[] {
  return [0, 1].map((own) => labels.length / labels.filter((label) => label === own).length);
}
