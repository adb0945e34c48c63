/**
 * Rejected by: crossentropies of any classes
 * Plausible slip: the most probable class instead of the right one.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function sparseCategoricalCrossentropy(
  _label: number,
  outputs: readonly number[],
  from: From,
): number {
  const largest = Math.max(...outputs);
  if (from === 'probabilities') return -Math.log(Math.max(largest, SMALLEST));
  return Math.log(outputs.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
}
