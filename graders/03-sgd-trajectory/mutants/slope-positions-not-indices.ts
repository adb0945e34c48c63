/**
 * Rejected by: loss and gradient of a batch
 * Plausible slip: positions in the batch are taken for indices of points.
 */
import { type Data, type Line, type Slope } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  let [loss, dm, dn] = [0, 0, 0];
  for (let i = 0; i < batch.length; i++) {
    const error = m * xs[i]! + n - ys[i]!;
    loss += error ** 2 / batch.length;
    dm += (2 * error * xs[i]!) / batch.length;
    dn += (2 * error) / batch.length;
  }
  return { loss, dm, dn };
}
