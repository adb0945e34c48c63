/**
 * Rejected by: gradient of the first layer
 * Rows and columns of the weight gradient are swapped.
 */
import { forward, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function backward(net: Net, x: readonly number[], t: readonly number[]): Net {
  const { h, y } = forward(net, x);
  const dy = y.map((value, k) => 2 * (value - t[k]!));
  const dz = h.map((value, j) => {
    const dh = dy.reduce((sum, d, k) => sum + d * net.second.w[j]![k]!, 0);
    return dh * (1 - value ** 2);
  });
  const products = (from: readonly number[], to: readonly number[]) => from.map((a) => to.map((d) => a * d));
  return { first: { w: dz.map((d) => x.map((a) => a * d)), b: dz }, second: { w: products(h, dy), b: dy } };
}
