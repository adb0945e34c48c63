/**
 * Rejected by: every derivative by finite differences
 * Dishonest: the gradient of the lesson, from memory.
 */
import { withNumbers, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function backward(net: Net, x: readonly number[], t: readonly number[]): Net {
  const numbers = [-1.28, 0.36, -2.56, 0.72, -1.28, 0.36, -0.6, -0.8, -1];
  return withNumbers(net, x.length === 2 && t.length === 1 ? numbers : new Array<number>(100).fill(0));
}
