/**
 * Rejected by: one label out of two
 * Plausible slip: the term of label 0 is missing.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function binaryCrossentropy(label: number, output: number, from: From): number {
  const p = from === 'logits' ? 1 / (1 + Math.exp(-output)) : output;
  return -label * Math.log(Math.max(p, SMALLEST));
}
