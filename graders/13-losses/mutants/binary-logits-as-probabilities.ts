/**
 * Rejected by: one label out of two
 * Curriculum: logits in the form for probabilities.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function binaryCrossentropy(label: number, output: number, _from: From): number {
  const [yes, no] = [Math.max(output, SMALLEST), Math.max(1 - output, SMALLEST)];
  return -label * Math.log(yes) - (1 - label) * Math.log(no);
}
