/**
 * Rejected by: the seed decides
 * Plausible slip: Math.random cannot be repeated.
 */
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], _seed: number): Data {
  const keys = xs.map((_, row) => ({ row, key: Math.random() }));
  const order = keys.sort((a, b) => a.key - b.key).map(({ row }) => row);
  return { xs: order.map((row) => xs[row]!), ys: order.map((row) => ys[row]!) };
}
