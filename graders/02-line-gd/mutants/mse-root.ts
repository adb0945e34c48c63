/**
 * Rejected by: mse at the origin
 * Plausible slip: the root of the mean squared error.
 */
import { predict, type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  const heights = predict(m, c, xs);
  return Math.sqrt(ys.reduce((sum, y, i) => sum + (y - heights[i]!) ** 2, 0) / ys.length);
}
