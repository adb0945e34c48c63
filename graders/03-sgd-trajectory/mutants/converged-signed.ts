/**
 * Rejected by: a rate of 1 never arrives
 * Plausible slip: without the size, a slope that is far below 0 counts as short; wrong whenever n ends below.
 */
import { slopeOf, type Data, type Line } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function converged(line: Line, data: Data, tolerance: number): boolean {
  const everyone = data.xs.map((_, i) => i);
  const { dm, dn } = slopeOf(line, data, everyone);
  return dm <= tolerance && dn <= tolerance;
}
