/**
 * Rejected by: batches of four, four and two
 * Slides, D1 and D5: the last batch is dropped, 500 of 1,500 points, although nobody asked for it.
 */
import { createStream } from 'descent';
import { type BatchOptions, type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function batches(xs: Data['xs'], ys: Data['ys'], { size, seed, epoch }: BatchOptions): Data[] {
  const order = createStream(seed).derive(epoch).permutation(xs.length);
  const all: Data[] = [];
  for (let start = 0; start < order.length; start += size) {
    const rows = [...order.slice(start, start + size)];
    if (rows.length < size) break;
    all.push({ xs: rows.map((row) => xs[row]!), ys: rows.map((row) => ys[row]!) });
  }
  return all;
}
