/**
 * Rejected by: sure of one of two, rightly and wrongly
 * Plausible slip: the logit becomes a probability first, which is 0 or 1 far out, and the loss ends at 16.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function binaryCrossentropy(label: number, output: number, from: From): number {
  const p = from === 'logits' ? 1 / (1 + Math.exp(-output)) : output;
  const [yes, no] = [Math.max(p, SMALLEST), Math.max(1 - p, SMALLEST)];
  return -label * Math.log(yes) - (1 - label) * Math.log(no);
}
