/**
 * Rejected by: features with the product
 * The sum is no new feature: any neuron can make it of x1 and x2.
 */
export function withCross(xs: readonly (readonly number[])[]): number[][] {
  return xs.map(([x1, x2]) => [x1!, x2!, x1! + x2!]);
}
