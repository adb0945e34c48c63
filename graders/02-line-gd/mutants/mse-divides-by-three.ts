/**
 * Rejected by: mse on other points
 * Plausible slip: the number of points of the slides instead of n.
 */
import { predict, type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  const heights = predict(m, c, xs);
  return ys.reduce((sum, y, i) => sum + (y - heights[i]!) ** 2, 0) / 3;
}
