/**
 * Rejected by: sure of one class, wrongly
 * Plausible slip: logits become probabilities first, which are 0 far out, and the loss ends at 16.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function sparseCategoricalCrossentropy(label: number, outputs: readonly number[], from: From): number {
  const largest = Math.max(...outputs);
  const powers = outputs.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const p = from === 'logits' ? powers[label]! / total : outputs[label]!;
  return -Math.log(Math.max(p, SMALLEST));
}
