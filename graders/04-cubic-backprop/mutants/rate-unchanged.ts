/**
 * Rejected by: a rate for the mean of 2,000 points
 * The slides' silence B5: the same rate for sum and mean.
 */
export function sameRate(lr: number): number {
  return lr;
}
