/**
 * Rejected by: the whole net
 * Another activation.
 */
import { dense, type Answer, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function forward(net: Net, x: readonly number[]): Answer {
  const h = dense(net.first, x).map((z) => 1 / (1 + Math.exp(-z)));
  return { h, y: dense(net.second, h) };
}
