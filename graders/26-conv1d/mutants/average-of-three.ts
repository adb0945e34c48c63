/**
 * Rejected by: means of any size
 * Plausible slip: always three samples.
 */
import { conv1d } from '../../../solutions/26-conv1d/exercise.ts';

export function movingAverage(x: readonly number[]): number[] {
  return conv1d(x, [1 / 3, 1 / 3, 1 / 3]);
}
