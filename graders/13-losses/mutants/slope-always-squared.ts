/**
 * Rejected by: what one outlier does to a line
 * Plausible slip: the name of the loss is not used.
 */
import { minimize, reduce, squaredError, type distances } from '../../../solutions/13-losses/exercise.ts';

export function bestSlope(
  xs: readonly number[],
  ys: readonly number[],
  _name: keyof typeof distances,
): number {
  return minimize(
    (slope) =>
      reduce(
        ys.map((y, i) => squaredError(y, slope * xs[i]!)),
        'mean',
      ) as number,
  );
}
