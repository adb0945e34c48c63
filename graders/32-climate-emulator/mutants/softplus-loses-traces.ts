/**
 * Rejected by: a trace of rain
 * Plausible slip: 1 + eᶻ is rounded to 1 far below zero.
 */

export function softplus(z: number): number {
  return z > 30 ? z : Math.log(1 + Math.exp(z));
}
