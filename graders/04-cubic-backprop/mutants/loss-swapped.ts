/**
 * Rejected by: the sum and the mean of two squares
 * Sum and mean mixed: they change places.
 */
import { predict, type Data, type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function loss(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number {
  const heights = predict(w, xs);
  const total = ys.reduce((sum, y, i) => sum + (heights[i]! - y) ** 2, 0);
  return reduction === 'mean' ? total : total / ys.length;
}
