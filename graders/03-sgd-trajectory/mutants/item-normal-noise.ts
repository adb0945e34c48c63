/**
 * Rejected by: points near the line
 * Plausible slip: normal noise of a standard deviation of 0.1, which knows no bounds.
 */
import { createStream } from 'descent';
import { type Point } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function item(seed: number, i: number): Point {
  const stream = createStream(seed).derive(i);
  const x = stream.uniform() - 0.5;
  return { x, y: 2 * x + 0.1 * stream.normal() };
}
