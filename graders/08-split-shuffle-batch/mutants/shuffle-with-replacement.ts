/**
 * Rejected by: pairs stay together
 * Plausible slip: each place draws any row, so that some come twice and others never.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const stream = createStream(seed);
  const order = xs.map(() => stream.integer(xs.length));
  return { xs: order.map((row) => xs[row]!), ys: order.map((row) => ys[row]!) };
}
