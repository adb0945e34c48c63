/**
 * Rejected by: the gradient of all points decides
 * Plausible slip: not larger than the tolerance, which NaN is not either.
 */
import { slopeOf, type Data, type Line } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function converged(line: Line, data: Data, tolerance: number): boolean {
  const everyone = data.xs.map((_, i) => i);
  const { dm, dn } = slopeOf(line, data, everyone);
  return !(Math.hypot(dm, dn) > tolerance);
}
