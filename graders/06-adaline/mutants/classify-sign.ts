/**
 * Rejected by: classes 1 and -1
 * Plausible slip: Math.sign, which has a third answer at 0.
 */
import { net } from '../../../solutions/06-adaline/exercise.ts';

export function classify(w: readonly number[], b: number, x: readonly number[]): number {
  return Math.sign(net(w, b, x));
}
