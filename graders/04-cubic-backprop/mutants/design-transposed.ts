/**
 * Rejected by: the powers of 2 and −3
 * Plausible slip: four rows of n numbers, [4, n] instead of [n, 4].
 */
export function design(xs: readonly number[]): number[][] {
  return [0, 1, 2, 3].map((power) => xs.map((x) => x ** power));
}
