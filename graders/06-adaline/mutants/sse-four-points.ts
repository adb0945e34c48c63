/**
 * Rejected by: the loss on other points
 * Plausible slip: the loop ends after the four corners.
 */
import { net, type Data } from '../../../solutions/06-adaline/exercise.ts';

export function sse(w: readonly number[], b: number, { xs, ys }: Data): number {
  return xs.slice(0, 4).reduce((sum, x, i) => sum + (ys[i]! - net(w, b, x)) ** 2, 0);
}
