/**
 * Rejected by: the largest threshold that finds enough
 * Plausible slip: a recall that is just enough is refused.
 */
import { type Point } from '../../../solutions/22-binary-spectra/exercise.ts';

export function pickThreshold(points: readonly Point[], recall: number): number {
  const enough = points.filter((point) => point.recall > recall);
  return Math.max(...enough.map(({ threshold }) => threshold));
}
