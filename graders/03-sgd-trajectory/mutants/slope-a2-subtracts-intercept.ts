/**
 * Rejected by: loss and gradient of a batch
 * The slides' error A2: the intercept with the wrong sign.
 */
import { type Data, type Line, type Slope } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  let [loss, dm, dn] = [0, 0, 0];
  for (const i of batch) {
    const error = m * xs[i]! - n - ys[i]!;
    loss += error ** 2 / batch.length;
    dm += (2 * error * xs[i]!) / batch.length;
    dn += (2 * error) / batch.length;
  }
  return { loss, dm, dn };
}
