/**
 * Rejected by: back through two squares
 * Plausible slip: y − height, which is downhill, not the derivative.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  const factor = reduction === 'sum' ? 2 : 2 / ys.length;
  return heights.map((height, i) => factor * (ys[i]! - height));
}
