/**
 * Rejected by: pairs stay together
 * Plausible slip: row order[i] goes to place i, but label i goes to place order[i].
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const order = [...createStream(seed).permutation(xs.length)];
  const labels = [...ys];
  order.forEach((place, row) => {
    labels[place] = ys[row]!;
  });
  return { xs: order.map((row) => xs[row]!), ys: labels };
}
