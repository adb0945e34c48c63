/**
 * Rejected by: drops a batch that is not full
 * Plausible slip: dropLast is not looked at.
 */
import { createStream } from 'descent';
import { type BatchOptions, type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function batches(xs: Data['xs'], ys: Data['ys'], { size, seed, epoch }: BatchOptions): Data[] {
  const order = createStream(seed).derive(epoch).permutation(xs.length);
  const all: Data[] = [];
  for (let start = 0; start < order.length; start += size) {
    const rows = [...order.slice(start, start + size)];
    all.push({ xs: rows.map((row) => xs[row]!), ys: rows.map((row) => ys[row]!) });
  }
  return all;
}
