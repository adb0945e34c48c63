/**
 * Rejected by: two rules for a label
 * Plausible slip: the state at the end of the window, whatever the rule.
 */
export function labelWindow(states: readonly number[], rule: 'majority' | 'any'): number {
  const ones = rule === 'any' ? states.at(-1)! : states.length * states.at(-1)!;
  return (rule === 'any' ? ones > 0 : ones > states.length / 2) ? 1 : 0;
}
