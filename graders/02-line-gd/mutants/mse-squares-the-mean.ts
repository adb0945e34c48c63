/**
 * Rejected by: mse of a rising line
 * Plausible slip: the errors are averaged, then squared, so that they cancel.
 */
import { predict, type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  const heights = predict(m, c, xs);
  return (ys.reduce((sum, y, i) => sum + (y - heights[i]!), 0) / ys.length) ** 2;
}
