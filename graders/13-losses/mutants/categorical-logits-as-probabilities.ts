/**
 * Rejected by: logits are not probabilities
 * Curriculum: logits in the form for probabilities.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function categoricalCrossentropy(
  target: readonly number[],
  outputs: readonly number[],
  _from: From,
): number {
  return target.reduce((sum, share, c) => sum - share * Math.log(Math.max(outputs[c]!, SMALLEST)), 0);
}
