/**
 * Rejected by: a report of any parameterization
 * Plausible slip: worse than the mean is told as 0.
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
    const { mean } = scaleOf(truth);
    const squares = (from: (i: number) => number) =>
      truth.reduce((sum, value, i) => sum + (value - from(i)) ** 2, 0);
    return Math.max(0, 1 - squares((i) => said[i]!) / squares(() => mean));
  };
  const [here, there] = [rSquared(today), rSquared(warmer)];
  return { today: here, warmer: there, drop: here - there };
}
