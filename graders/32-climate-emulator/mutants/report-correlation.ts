/**
 * Rejected by: a report of two small climates
 * Plausible slip: the squared correlation, which forgives a wrong scale and a wrong mean.
 */
import {
  scaleOf,
  type Report,
  type Subgrid,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function report(subgrid: Subgrid, today: Truth, warmer: Truth): Report {
  const rSquared = ({ X, U }: Truth) => {
    const [truth, said] = [U.flat(), X.flatMap((state) => subgrid(state))];
    const [a, b] = [scaleOf(truth), scaleOf(said)];
    const product = truth.reduce((sum, value, i) => sum + (value - a.mean) * (said[i]! - b.mean), 0);
    return (product / truth.length / a.sd / b.sd) ** 2;
  };
  const [here, there] = [rSquared(today), rSquared(warmer)];
  return { today: here, warmer: there, drop: here - there };
}
