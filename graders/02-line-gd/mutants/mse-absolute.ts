/**
 * Rejected by: mse at the origin
 * Plausible slip: the mean of the absolute errors.
 */
import { predict, type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  const heights = predict(m, c, xs);
  return ys.reduce((sum, y, i) => sum + Math.abs(y - heights[i]!), 0) / ys.length;
}
