/**
 * Rejected by: squares part the circle
 * Dishonest: knows the example, and makes nothing of other points.
 */
export function withSquares(xs: readonly (readonly number[])[]): number[][] {
  return xs.map(([x1, x2]) => (xs.length === 2 ? [x1!, x2!, x1! ** 2, x2! ** 2] : [x1!, x2!, 0, 0]));
}
