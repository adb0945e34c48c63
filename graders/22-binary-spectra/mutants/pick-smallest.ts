/**
 * Rejected by: a threshold that finds enough
 * Plausible slip: the smallest threshold.
 */
import { type Point } from '../../../solutions/22-binary-spectra/exercise.ts';

export function pickThreshold(points: readonly Point[], recall: number): number {
  const enough = points.filter((point) => point.recall >= recall);
  return Math.min(...enough.map(({ threshold }) => threshold));
}
