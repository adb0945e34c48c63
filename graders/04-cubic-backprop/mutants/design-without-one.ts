/**
 * Rejected by: the powers of 2 and −3
 * Plausible slip: the power 0 is left out, so no cubic has a height at 0.
 */
export function design(xs: readonly number[]): number[][] {
  return xs.map((x) => [x, x * x, x * x * x, x * x * x * x]);
}
