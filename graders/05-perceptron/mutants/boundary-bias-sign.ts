/**
 * Rejected by: a point on the boundary
 * Plausible slip: the bias keeps its sign on the other side of the equation.
 */
export function boundary(w: readonly number[], b: number, x1: number): number {
  return (-w[0]! * x1 + b) / w[1]!;
}
