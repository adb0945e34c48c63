/**
 * Rejected by: every epoch has an order of its own
 * Plausible slip: the epoch decides alone, so that another seed changes nothing.
 */
import { createStream } from 'descent';
import { type BatchOptions, type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function batches(
  xs: Data['xs'],
  ys: Data['ys'],
  { size, epoch, dropLast = false }: BatchOptions,
): Data[] {
  const order = createStream(epoch).permutation(xs.length);
  const all: Data[] = [];
  for (let start = 0; start < order.length; start += size) {
    const rows = [...order.slice(start, start + size)];
    if (dropLast && rows.length < size) break;
    all.push({ xs: rows.map((row) => xs[row]!), ys: rows.map((row) => ys[row]!) });
  }
  return all;
}
