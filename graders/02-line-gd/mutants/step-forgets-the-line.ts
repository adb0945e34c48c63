/**
 * Rejected by: one step from anywhere
 * Plausible slip: the step itself is returned, not the line after it; the same at the origin.
 */
import { type Gradient, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function step(_line: Line, gradient: Gradient, lr: number): Line {
  return { m: -lr * gradient.dm, c: -lr * gradient.dc };
}
