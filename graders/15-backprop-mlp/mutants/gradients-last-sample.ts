/**
 * Rejected by: the mean of two gradients
 * Only the last sample is left in the end.
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
  const at = (p: number) => singles.at(-1)![p]!;
  return withNumbers(
    net,
    numbersOf(net).map((_, p) => at(p)),
  );
}
