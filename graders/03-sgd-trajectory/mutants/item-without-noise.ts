/**
 * Rejected by: noise of the right size
 * Plausible slip: points exactly on the line.
 */
import { createStream } from 'descent';
import { type Point } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function item(seed: number, i: number): Point {
  const stream = createStream(seed).derive(i);
  const x = stream.uniform() - 0.5;
  return { x, y: 2 * x };
}
