/**
 * Rejected by: batches of four, four and two
 * Plausible slip: the labels are cut from the list as it was given.
 */
import { createStream } from 'descent';
import { type BatchOptions, type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function batches(
  xs: Data['xs'],
  ys: Data['ys'],
  { size, seed, epoch, dropLast = false }: BatchOptions,
): Data[] {
  const order = createStream(seed).derive(epoch).permutation(xs.length);
  const all: Data[] = [];
  for (let start = 0; start < order.length; start += size) {
    const rows = [...order.slice(start, start + size)];
    if (dropLast && rows.length < size) break;
    all.push({ xs: rows.map((row) => xs[row]!), ys: ys.slice(start, start + rows.length) });
  }
  return all;
}
