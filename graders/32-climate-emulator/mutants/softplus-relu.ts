/**
 * Rejected by: rain is never negative
 * Plausible slip: the positive part; nothing can be learned where it is 0.
 */

export function softplus(z: number): number {
  return Math.max(0, z);
}
