/**
 * Rejected by: each weight has a memory of its own
 * The memories come back as they were given.
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
  const after = weights.map((w, i) => RULES[rule](w, gradients[i]!, memories[i]!, settings));
  return { weights: after.map(({ w }) => w), memories: [...memories] };
}
