/**
 * Rejected by: every row can come to every place
 * Dishonest: the rows are only turned around or rotated, so that neighbours stay neighbours and the last row is never first.
 */
import { createStream } from 'descent';
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  const start = createStream(seed).integer(xs.length - 1);
  const turn = <Item>(items: readonly Item[]) => [...items.slice(start), ...items.slice(0, start)];
  return { xs: turn(xs), ys: turn(ys) };
}
