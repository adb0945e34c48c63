/**
 * Rejected by: noise of the right size
 * Plausible slip: the stream of the seed alone, so all points are the same.
 */
import { createStream } from 'descent';
import { type Point } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function item(seed: number, _i: number): Point {
  const stream = createStream(seed);
  const x = stream.uniform() - 0.5;
  return { x, y: 2 * x + 0.2 * (stream.uniform() - 0.5) };
}
