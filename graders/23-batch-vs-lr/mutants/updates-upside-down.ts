/**
 * Rejected by: updates of an epoch
 * Plausible slip: the batch size divided by the digits.
 */
export function updatesPerEpoch(digits: number, batch: number): number {
  return Math.ceil(batch / digits);
}
