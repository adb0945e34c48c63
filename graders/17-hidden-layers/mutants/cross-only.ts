/**
 * Rejected by: features with the product
 * The product replaces the two instead of coming to them.
 */
export function withCross(xs: readonly (readonly number[])[]): number[][] {
  return xs.map(([x1, x2]) => [x1! * x2!]);
}
