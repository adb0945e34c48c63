/**
 * Rejected by: the gradient equals finite differences
 * Plausible slip: the gradient is that of a slope of 0, which is the only one in the example.
 */
import { type Data, type Line, type Slope } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  let [loss, dm, dn] = [0, 0, 0];
  for (const i of batch) {
    const error = m * xs[i]! + n - ys[i]!;
    loss += error ** 2 / batch.length;
    dm += (2 * (n - ys[i]!) * xs[i]!) / batch.length;
    dn += (2 * (n - ys[i]!)) / batch.length;
  }
  return { loss, dm, dn };
}
