/**
 * Rejected by: pairs stay together
 * Plausible slip: only the rows are shuffled, the labels stay where they were.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const order = [...createStream(seed).permutation(xs.length)];
  return { xs: order.map((row) => xs[row]!), ys: [...ys] };
}
