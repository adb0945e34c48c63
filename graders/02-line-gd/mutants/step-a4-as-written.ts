/**
 * Rejected by: one step from the origin
 * The slides' error A4 to the letter: −c · dL/dm · lr.
 */
import { type Gradient, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function step(line: Line, gradient: Gradient, lr: number): Line {
  return { m: line.m - lr * gradient.dm, c: -line.c * gradient.dm * lr };
}
