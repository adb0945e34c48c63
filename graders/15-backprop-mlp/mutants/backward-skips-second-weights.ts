/**
 * Rejected by: gradient of the first layer
 * The errors go back without the weights that they came through.
 */
import { forward, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function backward(net: Net, x: readonly number[], t: readonly number[]): Net {
  const { h, y } = forward(net, x);
  const dy = y.map((value, k) => 2 * (value - t[k]!));
  const dz = h.map((value) => {
    const dh = dy.reduce((sum, d) => sum + d, 0);
    return dh * (1 - value ** 2);
  });
  const products = (from: readonly number[], to: readonly number[]) => from.map((a) => to.map((d) => a * d));
  return { first: { w: products(x, dz), b: dz }, second: { w: products(h, dy), b: dy } };
}
