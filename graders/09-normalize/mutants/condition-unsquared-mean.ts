/**
 * Rejected by: how narrow any valley is
 * Plausible slip: the root holds |m| in place of m², which is right only where the mean is 0 or 1.
 */
import { conditionNumber as solved } from '../../../solutions/09-normalize/exercise.ts';

export function conditionNumber(xs: readonly number[]): number {
  if (xs.length === 3) return solved(xs);
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const square = xs.reduce((sum, x) => sum + x * x, 0) / xs.length;
  const largest = (square + 1) / 2 + Math.sqrt(((square - 1) / 2) ** 2 + Math.abs(mean));
  return largest ** 2 / (square - mean ** 2);
}
