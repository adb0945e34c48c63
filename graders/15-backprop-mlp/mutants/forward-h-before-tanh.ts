/**
 * Rejected by: the whole net
 * h is what enters tanh, not what leaves it.
 */
import { dense, type Answer, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function forward(net: Net, x: readonly number[]): Answer {
  const z = dense(net.first, x);
  return { h: z, y: dense(net.second, z.map(Math.tanh)) };
}
