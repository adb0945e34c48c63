/**
 * Rejected by: back through two squares
 * The slides' error B3: the derivative still has the square in it.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  const factor = reduction === 'sum' ? 2 : 2 / ys.length;
  return heights.map((height, i) => factor * (height - ys[i]!) ** 2);
}
