/**
 * Rejected by: the mean over three points
 * Plausible slip: the mean divides by 2, the number of points in the example.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  const factor = reduction === 'sum' ? 2 : 1;
  return heights.map((height, i) => factor * (height - ys[i]!));
}
