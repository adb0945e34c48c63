/**
 * Rejected by: logits are not probabilities
 * Curriculum: logits in the form for probabilities.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function sparseCategoricalCrossentropy(
  label: number,
  outputs: readonly number[],
  _from: From,
): number {
  return -Math.log(Math.max(outputs[label]!, SMALLEST));
}
