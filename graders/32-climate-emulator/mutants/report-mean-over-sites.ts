/**
 * Rejected by: a report of any parameterization
 * Plausible slip: R² of each site, and the mean of them.
 */
import {
  scaleOf,
  type Report,
  type Subgrid,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function report(subgrid: Subgrid, today: Truth, warmer: Truth): Report {
  const rSquared = ({ X, U }: Truth) => {
    const sites = X[0]!.map((_, k) => {
      const [truth, said] = [U.map((row) => row[k]!), X.map((state) => subgrid(state)[k]!)];
      const { mean } = scaleOf(truth);
      const squares = (from: (i: number) => number) =>
        truth.reduce((sum, value, i) => sum + (value - from(i)) ** 2, 0);
      return 1 - squares((i) => said[i]!) / squares(() => mean);
    });
    return scaleOf(sites).mean;
  };
  const [here, there] = [rSquared(today), rSquared(warmer)];
  return { today: here, warmer: there, drop: here - there };
}
