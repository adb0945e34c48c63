/**
 * Rejected by: the prediction of the slides
 * Plausible slip: classes numbered from 1.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function sparseCategoricalCrossentropy(label: number, outputs: readonly number[], from: From): number {
  if (from === 'probabilities') return -Math.log(Math.max(outputs[label - 1] ?? 0, SMALLEST));
  const powers = outputs.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return Math.log(total) - (outputs[label - 1] ?? 0);
}
