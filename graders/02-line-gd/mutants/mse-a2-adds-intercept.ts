/**
 * Rejected by: mse of a rising line
 * The slides' error A2: y − m·x + c, without the brackets around the line's height.
 */
import { type Data } from '../../../solutions/02-line-gd/exercise.ts';

export function mse(m: number, c: number, { xs, ys }: Data): number {
  return ys.reduce((sum, y, i) => sum + (y - m * xs[i]! + c) ** 2, 0) / ys.length;
}
