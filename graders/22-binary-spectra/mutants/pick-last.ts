/**
 * Rejected by: the largest threshold that finds enough
 * Plausible slip: the points are taken to be in order.
 */
import { type Point } from '../../../solutions/22-binary-spectra/exercise.ts';

export function pickThreshold(points: readonly Point[], recall: number): number {
  const enough = points.filter((point) => point.recall >= recall);
  return enough.at(-1)!.threshold;
}
