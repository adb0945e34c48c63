/**
 * Rejected by: goes on from where it is
 * A learning rate of its own.
 */
import { createStream, tf } from 'descent';
import { type Points, type Training } from '../../../solutions/17-hidden-layers/exercise.ts';

export async function train(
  model: tf.LayersModel,
  { xs, labels }: Points,
  { epochs, batchSize, seed }: Training,
): Promise<void> {
  model.compile({ optimizer: tf.train.adam(0.1), loss: 'binaryCrossentropy' });
  const stream = createStream(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(xs.length);
    for (let first = 0; first < order.length; first += batchSize) {
      const batch = [...order.slice(first, first + batchSize)];
      const x = tf.tensor2d(batch.map((i) => [...xs[i]!]));
      const y = tf.tensor2d(batch.map((i) => [labels[i]!]));
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
  }
}
