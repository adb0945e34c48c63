/**
 * Rejected by: updates of any epoch
 * Plausible slip: rounded to the nearest number.
 */
export function updatesPerEpoch(digits: number, batch: number): number {
  return Math.round(digits / batch);
}
