/**
 * Rejected by: sure of one of two, rightly and wrongly
 * Plausible slip: 0 · ln 0 is NaN, and ln 0 is -Infinity.
 */
import { type From } from '../../../solutions/13-losses/exercise.ts';

export function binaryCrossentropy(label: number, output: number, from: From): number {
  if (from === 'logits') {
    return Math.max(output, 0) - label * output + Math.log1p(Math.exp(-Math.abs(output)));
  }
  return -label * Math.log(output) - (1 - label) * Math.log(1 - output);
}
