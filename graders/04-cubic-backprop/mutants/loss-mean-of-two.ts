/**
 * Rejected by: the loss on other points
 * Plausible slip: the mean divides by 2, the number of points in the example.
 */
import { predict, type Data, type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function loss(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number {
  const heights = predict(w, xs);
  const total = ys.reduce((sum, y, i) => sum + (heights[i]! - y) ** 2, 0);
  return reduction === 'sum' ? total : total / 2;
}
