/**
 * Rejected by: one wrong number among many
 * Only the weights are looked at.
 */
import {
  loss,
  numbersOf,
  withNumbers,
  type Data,
  type Net,
} from '../../../solutions/15-backprop-mlp/exercise.ts';

export function gradCheck(net: Net, data: Data, claimed: Net, h: number): number {
  const at = numbersOf(net);
  const lossWith = (p: number, value: number) => loss(withNumbers(net, at.with(p, value)), data);
  const weightsOf = ({ first, second }: Net) => [...first.w.flat(), ...second.w.flat(), ...second.b];
  const own = weightsOf(claimed);
  const slopes = at.map((value, p) => (lossWith(p, value + h) - lossWith(p, value - h)) / (2 * h));
  const measured = weightsOf(withNumbers(net, slopes));
  const lengths = Math.hypot(...own) + Math.hypot(...measured);
  return lengths === 0 ? 0 : Math.hypot(...own.map((value, p) => value - measured[p]!)) / lengths;
}
