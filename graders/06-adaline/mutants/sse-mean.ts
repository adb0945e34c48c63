/**
 * Rejected by: the loss on OR
 * Plausible slip: the mean of exercise 02 instead of the sum.
 */
import { net, type Data } from '../../../solutions/06-adaline/exercise.ts';

export function sse(w: readonly number[], b: number, { xs, ys }: Data): number {
  return xs.reduce((sum, x, i) => sum + (ys[i]! - net(w, b, x)) ** 2, 0) / xs.length;
}
