/**
 * Rejected by: sure of one class, wrongly
 * Plausible slip: nothing is subtracted, so e^10000 is Infinity.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function sparseCategoricalCrossentropy(label: number, outputs: readonly number[], from: From): number {
  if (from === 'probabilities') return -Math.log(Math.max(outputs[label]!, SMALLEST));
  const powers = outputs.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return Math.log(total) - outputs[label]!;
}
