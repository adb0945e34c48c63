/**
 * Rejected by: back through two squares
 * Plausible slip: the derivative of the size of the error, which is 1 or −1.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function heightGrads(
  heights: readonly number[],
  ys: readonly number[],
  reduction: Reduction,
): number[] {
  const factor = reduction === 'sum' ? 2 : 2 / ys.length;
  return heights.map((height, i) => factor * Math.sign(height - ys[i]!));
}
