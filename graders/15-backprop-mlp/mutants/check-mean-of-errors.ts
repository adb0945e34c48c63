/**
 * Rejected by: one wrong number among many
 * The mean of the errors of the single numbers.
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
  const lengths = own.length;
  return (
    own.reduce(
      (sum, value, p) =>
        sum + Math.abs(value - measured[p]!) / (Math.abs(value) + Math.abs(measured[p]!) || 1),
      0,
    ) / lengths
  );
}
