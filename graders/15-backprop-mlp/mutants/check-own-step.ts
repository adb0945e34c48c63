/**
 * Rejected by: measured, not believed
 * A step of its own.
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
  const measured = at.map(
    (value, p) => h * 0 + (lossWith(p, value + 1e-5) - lossWith(p, value - 1e-5)) / 2e-5,
  );
  const own = numbersOf(claimed);
  const lengths = Math.hypot(...own) + Math.hypot(...measured);
  return lengths === 0 ? 0 : Math.hypot(...own.map((value, p) => value - measured[p]!)) / lengths;
}
