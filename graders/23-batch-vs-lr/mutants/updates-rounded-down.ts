/**
 * Rejected by: updates of an epoch
 * Plausible slip: digits that fill no batch are forgotten.
 */
export function updatesPerEpoch(digits: number, batch: number): number {
  return Math.floor(digits / batch);
}
