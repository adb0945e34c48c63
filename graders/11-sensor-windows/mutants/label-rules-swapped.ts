/**
 * Rejected by: two rules for a label
 * Plausible slip: the rules are mixed up.
 */
export function labelWindow(states: readonly number[], rule: 'majority' | 'any'): number {
  const ones = states.filter((state) => state === 1).length;
  return (rule === 'majority' ? ones > 0 : ones > states.length / 2) ? 1 : 0;
}
