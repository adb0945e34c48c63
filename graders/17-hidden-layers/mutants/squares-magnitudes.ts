/**
 * Rejected by: features with both squares
 * Magnitudes instead of squares.
 */
export function withSquares(xs: readonly (readonly number[])[]): number[][] {
  return xs.map(([x1, x2]) => [x1!, x2!, Math.abs(x1!), Math.abs(x2!)]);
}
