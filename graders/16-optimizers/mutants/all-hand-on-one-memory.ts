/**
 * Rejected by: each weight has a memory of its own
 * One memory for all weights: each gets what the one before it leaves.
 */
import {
  RULES,
  type Memory,
  type RuleName,
  type Settings,
} from '../../../solutions/16-optimizers/exercise.ts';

export function stepAll(
  rule: RuleName,
  weights: readonly number[],
  gradients: readonly number[],
  memories: readonly Memory[],
  settings: Settings,
): { weights: number[]; memories: Memory[] } {
  let memory: Memory = memories[0]!;
  const after = weights.map((w, i) => {
    const stepped = RULES[rule](w, gradients[i]!, memory, settings);
    memory = stepped.memory;
    return stepped.w;
  });
  return { weights: after, memories: weights.map(() => memory) };
}
