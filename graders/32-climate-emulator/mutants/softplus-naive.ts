/**
 * Rejected by: rain is never negative
 * Plausible slip: as the formula is written, it overflows.
 */

export function softplus(z: number): number {
  return Math.log(1 + Math.exp(z));
}
