/**
 * Rejected by: the share of right answers
 * Plausible slip: the number of right answers, not divided.
 */
export function accuracy(predicted: readonly string[], labels: readonly string[]): number {
  return predicted.filter((label, i) => label === labels[i]).length;
}
