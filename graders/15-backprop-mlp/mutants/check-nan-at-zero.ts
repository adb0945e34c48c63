/**
 * Rejected by: measured, not believed
 * 0 divided by 0 where both gradients are 0.
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
  const measured = at.map((value, p) => (lossWith(p, value + h) - lossWith(p, value - h)) / (2 * h));
  const own = numbersOf(claimed);
  const lengths = Math.hypot(...own) + Math.hypot(...measured);
  return Math.hypot(...own.map((value, p) => value - measured[p]!)) / lengths;
}
