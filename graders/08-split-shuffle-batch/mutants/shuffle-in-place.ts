/**
 * Rejected by: pairs stay together
 * Plausible slip: the lists of the caller are changed.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: number[][], ys: string[], seed: number): Data {
  const order = [...createStream(seed).permutation(xs.length)];
  const [rows, labels] = [[...xs], [...ys]];
  order.forEach((row, place) => {
    xs[place] = rows[row]!;
    ys[place] = labels[row]!;
  });
  return { xs, ys };
}
