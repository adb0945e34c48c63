/**
 * Rejected by: every row can come to every place
 * Plausible slip: Fisher and Yates with a loop that ends too early; the first row stays where it is too often.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const stream = createStream(seed);
  const order = xs.map((_, row) => row);
  for (let last = order.length - 1; last > 0; last--) {
    const other = stream.integer(last);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return { xs: order.map((row) => xs[row]!), ys: order.map((row) => ys[row]!) };
}
