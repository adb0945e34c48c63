/**
 * Rejected by: means of three
 * Wrong padding: zeros at the ends keep the length, and pull the means there down.
 */
import { conv1d } from '../../../solutions/26-conv1d/exercise.ts';

export function movingAverage(x: readonly number[], size: number): number[] {
  return conv1d(x, new Array<number>(size).fill(1 / size), { padding: (size - 1) / 2 });
}
