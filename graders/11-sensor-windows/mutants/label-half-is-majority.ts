/**
 * Rejected by: two rules for a label
 * Plausible slip: half of the states is a majority.
 */
export function labelWindow(states: readonly number[], rule: 'majority' | 'any'): number {
  const ones = states.filter((state) => state === 1).length;
  return (rule === 'any' ? ones > 0 : ones >= states.length / 2) ? 1 : 0;
}
