/**
 * Rejected by: batches of four, four and two
 * Plausible slip: size is taken for the number of batches.
 */
import {
  batches as solved,
  type BatchOptions,
  type Data,
} from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function batches(
  xs: Data['xs'],
  ys: Data['ys'],
  { size, seed, epoch, dropLast = false }: BatchOptions,
): Data[] {
  return solved(xs, ys, { size: Math.ceil(xs.length / size), seed, epoch, dropLast });
}
