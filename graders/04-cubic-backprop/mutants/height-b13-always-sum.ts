/**
 * Rejected by: back through two squares
 * The notebook's error B13: it tells the mean of the squares and steps along the derivative of their sum.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  _reduction: Reduction,
): number[] {
  return heights.map((height, i) => 2 * (height - ys[i]!));
}
