/**
 * Rejected by: the powers of 2 and −3
 * Plausible slip: the highest power comes first, as polynomials are usually written.
 */
export function design(xs: readonly number[]): number[][] {
  return xs.map((x) => [x * x * x, x * x, x, 1]);
}
