/**
 * Rejected by: noise of the right size
 * Plausible slip: the noise is not shifted to lie around 0.
 */
import { createStream } from 'descent';
import { type Point } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function item(seed: number, i: number): Point {
  const stream = createStream(seed).derive(i);
  const x = stream.uniform() - 0.5;
  return { x, y: 2 * x + 0.1 * stream.uniform() };
}
