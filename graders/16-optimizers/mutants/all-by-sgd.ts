/**
 * Rejected by: each weight has a memory of its own
 * Dishonest: what the visible check asks for, whatever the rule.
 */
import type { Memory, RuleName, Settings } from '../../../solutions/16-optimizers/exercise.ts';

export function stepAll(
  _rule: RuleName,
  weights: readonly number[],
  gradients: readonly number[],
  memories: readonly Memory[],
  { lr }: Settings,
): { weights: number[]; memories: Memory[] } {
  return { weights: weights.map((w, i) => w - lr * gradients[i]!), memories: [...memories] };
}
