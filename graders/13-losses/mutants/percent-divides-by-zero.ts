/**
 * Rejected by: percent, ratios and counts anywhere
 * Plausible slip: a target of 0 is divided by.
 */
export function percentageError(target: number, prediction: number): number {
  return (100 * Math.abs(prediction - target)) / Math.abs(target);
}
