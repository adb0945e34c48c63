/**
 * Rejected by: every row can come to every place
 * Plausible slip: a sort whose comparison tosses a coin does not bring every row everywhere alike.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const stream = createStream(seed);
  const order = xs.map((_, row) => row).sort(() => stream.uniform() - 0.5);
  return { xs: order.map((row) => xs[row]!), ys: order.map((row) => ys[row]!) };
}
