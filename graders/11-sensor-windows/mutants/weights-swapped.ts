/**
 * Rejected by: one fault in four
 * Plausible slip: the weights the wrong way round.
 */
export function classWeights(labels: readonly number[]): number[] {
  return [0, 1].map((own) => labels.length / (2 * labels.filter((label) => label !== own).length));
}
