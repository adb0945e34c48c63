/**
 * Rejected by: a point does not depend on what came before
 * The notebook's error D2: the index is ignored, and the next draw of one generator is returned.
 */
import { createStream, type Stream } from 'descent';
import { type Point } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function item(seed: number, _i: number): Point {
  const self = item as typeof item & { stream?: Stream };
  const stream = (self.stream ??= createStream(seed));
  const x = stream.uniform() - 0.5;
  return { x, y: 2 * x + 0.2 * (stream.uniform() - 0.5) };
}
