/**
 * Rejected by: mse at the origin
 * Plausible slip: the 1/(2n) of some textbooks, which saves the 2 of the gradient.
 */
import { predict, type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  const heights = predict(m, c, xs);
  return ys.reduce((sum, y, i) => sum + (y - heights[i]!) ** 2, 0) / (2 * ys.length);
}
