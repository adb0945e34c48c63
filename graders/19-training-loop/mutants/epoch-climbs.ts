/**
 * Rejected by: an epoch lowers the loss
 * The sign: up instead of down.
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
  for (let first = 0; first < order.length; first += batchSize) {
    const batch = order.slice(first, first + batchSize);
    tf.tidy(() => {
      const { x, y } = batchOf(data, batch);
      const loss = (): tf.Scalar => batchLoss(model.apply(x, { training: true }) as tf.Tensor2D, y).neg();
      sum -= batch.length * optimizer.minimize(loss, true)!.dataSync()[0]!;
    });
  }
  return sum / order.length;
}
