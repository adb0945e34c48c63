/**
 * Rejected by: back through two squares
 * Plausible slip: the 2 of the square is lost.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  const factor = reduction === 'sum' ? 2 : 2 / ys.length;
  return heights.map((height, i) => (factor / 2) * (height - ys[i]!));
}
