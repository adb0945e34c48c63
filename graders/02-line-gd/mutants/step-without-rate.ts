/**
 * Rejected by: one step from the origin
 * Plausible slip: the whole gradient is subtracted.
 */
import { type Gradient, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function step(line: Line, gradient: Gradient, _lr: number): Line {
  return { m: line.m - gradient.dm, c: line.c - gradient.dc };
}
