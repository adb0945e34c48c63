/**
 * Rejected by: the loss on other points
 * Plausible slip: errors are added up before they are squared, so that they cancel.
 */
import { predict, type Data, type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function loss(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number {
  const heights = predict(w, xs);
  const error = ys.reduce((sum, y, i) => sum + heights[i]! - y, 0);
  return reduction === 'sum' ? error ** 2 : error ** 2 / ys.length;
}
