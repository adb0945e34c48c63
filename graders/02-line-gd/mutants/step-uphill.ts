/**
 * Rejected by: one step from the origin
 * The learning rate with its sign flipped: up the loss.
 */
import { type Gradient, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function step(line: Line, gradient: Gradient, lr: number): Line {
  return { m: line.m + lr * gradient.dm, c: line.c + lr * gradient.dc };
}
