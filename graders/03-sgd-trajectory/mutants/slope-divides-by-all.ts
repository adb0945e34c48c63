/**
 * Rejected by: loss and gradient of a batch
 * Plausible slip: the sum over the batch is divided by the number of all points.
 */
import { type Data, type Line, type Slope } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  let [loss, dm, dn] = [0, 0, 0];
  for (const i of batch) {
    const error = m * xs[i]! + n - ys[i]!;
    loss += error ** 2 / xs.length;
    dm += (2 * error * xs[i]!) / xs.length;
    dn += (2 * error) / xs.length;
  }
  return { loss, dm, dn };
}
