/**
 * Rejected by: two classes anywhere
 * Plausible slip: a share counts as 0 or 1.
 */
import { SMALLEST, type From } from '../../../solutions/13-losses/exercise.ts';

export function binaryCrossentropy(label: number, output: number, from: From): number {
  const side = label > 0.5 ? 1 : -1;
  const logit =
    from === 'logits'
      ? output
      : Math.log(Math.max(output, SMALLEST)) - Math.log(Math.max(1 - output, SMALLEST));
  return Math.max(0, -side * logit) + Math.log1p(Math.exp(-Math.abs(logit)));
}
