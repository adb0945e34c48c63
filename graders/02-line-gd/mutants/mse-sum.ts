/**
 * Rejected by: mse at the origin
 * Plausible slip: the sum of the squares, not their mean.
 */
import { predict, type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  const heights = predict(m, c, xs);
  return ys.reduce((sum, y, i) => sum + (y - heights[i]!) ** 2, 0);
}
