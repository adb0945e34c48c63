/**
 * Rejected by: drops a batch that is not full
 * Plausible slip: dropLast always takes the last batch away, full or not.
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
  const all = solved(xs, ys, { size, seed, epoch });
  return dropLast ? all.slice(0, -1) : all;
}
