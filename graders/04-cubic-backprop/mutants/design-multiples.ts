/**
 * Rejected by: the powers of 2 and −3
 * Plausible slip: multiples instead of powers.
 */
export function design(xs: readonly number[]): number[][] {
  return xs.map((x) => [1, x, 2 * x, 3 * x]);
}
