/**
 * Rejected by: powers of any numbers
 * Plausible slip: each power is made by dividing the next one by x, which 0 does not survive.
 */
export function design(xs: readonly number[]): number[][] {
  return xs.map((x) => [1, (x * x) / x, (x * x * x) / x, x * x * x]);
}
