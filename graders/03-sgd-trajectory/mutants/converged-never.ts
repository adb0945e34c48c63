/**
 * Rejected by: a line that has not arrived
 * Dishonest: nothing ever converges.
 */
export function converged(): boolean {
  return false;
}
