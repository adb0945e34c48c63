/**
 * Rejected by: heightGrads equals finite differences
 * Dishonest: right for two points, and the answer for three from memory.
 */
import {
  heightGrads as rightHeightGrads,
  type Reduction,
} from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  return ys.length === 2 ? rightHeightGrads(heights, ys, reduction) : [2, -2, 4];
}
