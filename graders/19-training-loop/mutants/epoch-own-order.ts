/**
 * Rejected by: each example once, in the order given
 * The order of the data, not the one that is asked for.
 */
import { tf } from 'descent';
import { type Data, batchLoss, batchOf } from '../../../solutions/19-training-loop/exercise.ts';

export function trainOneEpoch(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  data: Data,
  order: readonly number[],
  batchSize: number,
): number {
  let sum = 0;
  const sorted = [...order].sort((one, other) => one - other);
  for (let first = 0; first < order.length; first += batchSize) {
    const batch = sorted.slice(first, first + batchSize);
    tf.tidy(() => {
      const { x, y } = batchOf(data, batch);
      const loss = () => batchLoss(model.apply(x, { training: true }) as tf.Tensor2D, y);
      sum += batch.length * optimizer.minimize(loss, true)!.dataSync()[0]!;
    });
  }
  return sum / order.length;
}
