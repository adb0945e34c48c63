/**
 * Rejected by: the share of right answers
 * Plausible slip: a percentage where a share is asked for.
 */
export function accuracy(predicted: readonly string[], labels: readonly string[]): number {
  return (100 * predicted.filter((label, i) => label === labels[i]).length) / labels.length;
}
