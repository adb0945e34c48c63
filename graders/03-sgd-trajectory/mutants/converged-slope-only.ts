/**
 * Rejected by: a line that has not arrived
 * Plausible slip: only dm is looked at, which is near 0 although n is far off.
 */
import { slopeOf, type Data, type Line } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function converged(line: Line, data: Data, tolerance: number): boolean {
  const everyone = data.xs.map((_, i) => i);
  return Math.abs(slopeOf(line, data, everyone).dm) <= tolerance;
}
