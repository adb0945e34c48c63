/**
 * Rejected by: features with both squares
 * The squares replace the two instead of coming to them.
 */
export function withSquares(xs: readonly (readonly number[])[]): number[][] {
  return xs.map(([x1, x2]) => [x1! ** 2, x2! ** 2]);
}
