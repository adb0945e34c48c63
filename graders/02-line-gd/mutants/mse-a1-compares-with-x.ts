/**
 * Rejected by: mse at the origin
 * The slides' error A1: y is compared with x instead of the line's height at x.
 */
import { type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(_m: number, _c: number, { xs, ys }: Data): number {
  return ys.reduce((sum, y, i) => sum + (y - xs[i]!) ** 2, 0) / ys.length;
}
