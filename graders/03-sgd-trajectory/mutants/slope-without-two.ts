/**
 * Rejected by: loss and gradient of a batch
 * Plausible slip: the 2 of the squared error is lost.
 */
import { type Data, type Line, type Slope } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  let [loss, dm, dn] = [0, 0, 0];
  for (const i of batch) {
    const error = m * xs[i]! + n - ys[i]!;
    loss += error ** 2 / batch.length;
    dm += (error * xs[i]!) / batch.length;
    dn += error / batch.length;
  }
  return { loss, dm, dn };
}
