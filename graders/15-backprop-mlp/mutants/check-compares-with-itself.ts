/**
 * Rejected by: measured, not believed
 * Dishonest: measures nothing, but asks the formula that is to be checked.
 */
import { gradients, numbersOf, type Data, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function gradCheck(net: Net, data: Data, claimed: Net): number {
  const own = numbersOf(claimed);
  const other = numbersOf(gradients(net, data));
  const lengths = Math.hypot(...own) + Math.hypot(...other);
  return lengths === 0 ? 0 : Math.hypot(...own.map((value, p) => value - other[p]!)) / lengths;
}
