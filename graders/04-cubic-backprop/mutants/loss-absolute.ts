/**
 * Rejected by: the sum and the mean of two squares
 * Plausible slip: the size of the errors, not their squares.
 */
import { predict, type Data, type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function loss(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number {
  const heights = predict(w, xs);
  const total = ys.reduce((sum, y, i) => sum + Math.abs(heights[i]! - y), 0);
  return reduction === 'sum' ? total : total / ys.length;
}
