/**
 * Rejected by: a point on the boundary
 * Plausible slip: the division by the second weight is forgotten.
 */
export function boundary(w: readonly number[], b: number, x1: number): number {
  return -(w[0]! * x1 + b);
}
