/**
 * Rejected by: a line that has not arrived
 * Dishonest: whatever it is, it has converged.
 */
export function converged(): boolean {
  return true;
}
