/**
 * Rejected by: points near the line
 * Plausible slip: x from 0 to 1, as uniform() draws it.
 */
import { createStream } from 'descent';
import { type Point } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function item(seed: number, i: number): Point {
  const stream = createStream(seed).derive(i);
  const x = stream.uniform();
  return { x, y: 2 * x + 0.2 * (stream.uniform() - 0.5) };
}
