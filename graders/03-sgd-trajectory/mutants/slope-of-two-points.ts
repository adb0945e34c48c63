/**
 * Rejected by: batches agree on average
 * Plausible slip: divided by 2, which is the size of the batch of the example.
 */
import { type Data, type Line, type Slope } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  let [loss, dm, dn] = [0, 0, 0];
  for (const i of batch) {
    const error = m * xs[i]! + n - ys[i]!;
    loss += error ** 2 / 2;
    dm += error * xs[i]!;
    dn += error;
  }
  return { loss, dm, dn };
}
