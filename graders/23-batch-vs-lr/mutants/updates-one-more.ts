/**
 * Rejected by: updates of an epoch
 * Plausible slip: one more, also where every batch is full.
 */
export function updatesPerEpoch(digits: number, batch: number): number {
  return Math.floor(digits / batch) + 1;
}
