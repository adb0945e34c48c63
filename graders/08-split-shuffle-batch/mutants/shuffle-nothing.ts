/**
 * Rejected by: the seed decides
 * Dishonest: nothing is shuffled.
 */
import { type Data } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function shuffle(xs: Data['xs'], ys: Data['ys'], _seed: number): Data {
  return { xs: [...xs], ys: [...ys] };
}
