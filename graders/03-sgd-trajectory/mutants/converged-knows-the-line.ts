/**
 * Rejected by: the gradient of all points decides
 * Dishonest: how far the line is from y = 2x, which nobody knows of other data.
 */
import { type Data, type Line } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function converged(line: Line, _data: Data, tolerance: number): boolean {
  return Math.hypot(line.m - 2, line.n) <= tolerance;
}
