/**
 * Rejected by: outliers hardly move a robust line
 * Plausible slip: everything but the absolute error is treated as a square.
 */
import {
  absoluteError,
  minimize,
  reduce,
  squaredError,
  type distances,
} from '../../../solutions/13-losses/exercise.ts';

export function bestSlope(
  xs: readonly number[],
  ys: readonly number[],
  name: keyof typeof distances,
): number {
  const lossOf = name === 'absoluteError' ? absoluteError : squaredError;
  return minimize(
    (slope) =>
      reduce(
        ys.map((y, i) => lossOf(y, slope * xs[i]!)),
        'mean',
      ) as number,
  );
}
