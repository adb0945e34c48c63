/**
 * Rejected by: rates for 2,000 points
 * The slides' silence B5: the same rate for sum and mean.
 */
export function sameRate(lr: number): number {
  return lr;
}
