/**
 * Rejected by: the loss on other points
 * B4 of the slides: y_pred is summed over i with the index of the samples, here the net inputs of all points up to this one.
 */
import { net, type Data } from '../../../solutions/06-adaline/exercise.ts';

export function sse(w: readonly number[], b: number, { xs, ys }: Data): number {
  let predicted = 0;
  return xs.reduce((sum, x, i) => {
    predicted = i < 4 ? net(w, b, x) : predicted + net(w, b, x);
    return sum + (ys[i]! - predicted) ** 2;
  }, 0);
}
