/**
 * Rejected by: the sum is 0 on the boundary
 * Plausible slip: the line through the origin is shifted by b instead of by b / w2.
 */
export function boundary(w: readonly number[], b: number, x1: number): number {
  return -(w[0]! * x1) / w[1]! - b / 2;
}
