/**
 * Rejected by: the gradient of all points decides
 * Plausible slip: a small loss is taken for a short gradient.
 */
import { slopeOf, type Data, type Line } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function converged(line: Line, data: Data, tolerance: number): boolean {
  const everyone = data.xs.map((_, i) => i);
  return slopeOf(line, data, everyone).loss <= tolerance;
}
