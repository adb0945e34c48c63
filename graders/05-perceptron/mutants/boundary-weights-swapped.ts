/**
 * Rejected by: a point on the boundary
 * Plausible slip: the weights change places.
 */
export function boundary(w: readonly number[], b: number, x1: number): number {
  return -(w[1]! * x1 + b) / w[0]!;
}
