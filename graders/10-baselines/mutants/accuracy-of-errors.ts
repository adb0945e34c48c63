/**
 * Rejected by: the baseline of any labels
 * Plausible slip: the share of wrong answers, which is the same where half are right.
 */
export function accuracy(predicted: readonly string[], labels: readonly string[]): number {
  return predicted.filter((label, i) => label !== labels[i]).length / labels.length;
}
