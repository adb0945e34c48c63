/**
 * Rejected by: the same as TensorFlow.js finds
 * A running mean, which gives the last samples more weight.
 */
import {
  backward,
  numbersOf,
  withNumbers,
  type Data,
  type Net,
} from '../../../solutions/15-backprop-mlp/exercise.ts';

export function gradients(net: Net, { xs, ts }: Data): Net {
  const singles = xs.map((x, i) => numbersOf(backward(net, x, ts[i]!)));
  const at = (p: number) =>
    singles.slice(1).reduce((mean, single) => (mean + single[p]!) / 2, singles[0]![p]!);
  return withNumbers(
    net,
    numbersOf(net).map((_, p) => at(p)),
  );
}
