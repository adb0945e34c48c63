/**
 * Rejected by: sure of one class, wrongly
 * Plausible slip: ln 0 is -Infinity.
 */
import { type From } from '../../../solutions/13-losses/exercise.ts';

export function sparseCategoricalCrossentropy(label: number, outputs: readonly number[], from: From): number {
  if (from === 'probabilities') return -Math.log(outputs[label]!);
  const largest = Math.max(...outputs);
  const total = outputs.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  return Math.log(total) + largest - outputs[label]!;
}
