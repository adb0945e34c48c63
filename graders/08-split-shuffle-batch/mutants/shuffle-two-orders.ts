/**
 * Rejected by: pairs stay together
 * Plausible slip: each list gets a random order of its own.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const stream = createStream(seed);
  const shuffled = <Item>(items: readonly Item[]) =>
    Array.from(stream.permutation(items.length), (row) => items[row]!);
  return { xs: shuffled(xs), ys: shuffled(ys) };
}
