/**
 * Rejected by: batches of four, four and two
 * Plausible slip: the end of a slice belongs to it no more.
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
    const rows = [...order.slice(start, Math.min(start + size, order.length - 1))];
    if (dropLast && rows.length < size) break;
    all.push({ xs: rows.map((row) => xs[row]!), ys: rows.map((row) => ys[row]!) });
  }
  return all;
}
