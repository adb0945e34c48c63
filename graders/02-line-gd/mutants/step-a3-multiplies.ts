/**
 * Rejected by: one step from the origin
 * The slides' error A3: −m · dL/dm · lr, where the product is to be subtracted from m.
 */
import { type Gradient, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function step(line: Line, gradient: Gradient, lr: number): Line {
  return { m: -line.m * gradient.dm * lr, c: line.c - lr * gradient.dc };
}
