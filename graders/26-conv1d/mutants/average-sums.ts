/**
 * Rejected by: means of three
 * Plausible slip: the weights are 1, which makes sums.
 */
import { conv1d } from '../../../solutions/26-conv1d/exercise.ts';

export function movingAverage(x: readonly number[], size: number): number[] {
  return conv1d(x, new Array<number>(size).fill(1));
}
