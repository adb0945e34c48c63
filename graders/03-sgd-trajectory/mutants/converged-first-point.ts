/**
 * Rejected by: the gradient of all points decides
 * Plausible slip: the gradient of a single point.
 */
import { slopeOf, type Data, type Line } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function converged(line: Line, data: Data, tolerance: number): boolean {
  const { dm, dn } = slopeOf(line, data, [0]);
  return Math.hypot(dm, dn) <= tolerance;
}
