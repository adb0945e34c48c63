/**
 * Rejected by: right, twice, opposite
 * Dishonest: every gradient is right.
 */
export function gradCheck(): number {
  return 0;
}
