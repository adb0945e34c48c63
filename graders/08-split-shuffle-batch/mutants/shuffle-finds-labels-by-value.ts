/**
 * Rejected by: rows that look alike keep their own label
 * Plausible slip: the label is looked up by the values of its row.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const order = [...createStream(seed).permutation(xs.length)];
  const keys = xs.map((row) => row.join(' '));
  return {
    xs: order.map((row) => xs[row]!),
    ys: order.map((row) => ys[keys.indexOf(keys[row]!)]!),
  };
}
