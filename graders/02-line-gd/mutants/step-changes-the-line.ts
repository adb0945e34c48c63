/**
 * Rejected by: one step from the origin
 * Plausible slip: the line that was given is changed.
 */
import { type Gradient, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function step(line: Line, gradient: Gradient, lr: number): Line {
  const moving = line as { m: number; c: number };
  moving.m -= lr * gradient.dm;
  moving.c -= lr * gradient.dc;
  return moving;
}
