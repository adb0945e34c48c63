/**
 * Rejected by: sure of one of two, rightly and wrongly
 * Plausible slip: ln(1 + e^z) as it stands is Infinity from z = 710 on.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function binaryCrossentropy(label: number, output: number, from: From): number {
  if (from === 'logits') return Math.log(1 + Math.exp(output)) - label * output;
  const [yes, no] = [Math.max(output, SMALLEST), Math.max(1 - output, SMALLEST)];
  return -label * Math.log(yes) - (1 - label) * Math.log(no);
}
