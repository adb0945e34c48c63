/**
 * Rejected by: all weights at once
 * Plausible slip: the index is forgotten.
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
  const after = weights.map((w, i) => RULES[rule](w, gradients[0]!, memories[i]!, settings));
  return { weights: after.map(({ w }) => w), memories: after.map(({ memory }) => memory) };
}
