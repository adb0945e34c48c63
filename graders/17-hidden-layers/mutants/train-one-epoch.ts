/**
 * Rejected by: each epoch takes all points once
 * One pass, however many are asked for.
 */
import { createStream, tf } from 'descent';
import { type Points, type Training } from '../../../solutions/17-hidden-layers/exercise.ts';

export async function train(
  model: tf.LayersModel,
  { xs, labels }: Points,
  { epochs, batchSize, learningRate, seed }: Training,
): Promise<void> {
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'binaryCrossentropy' });
  const stream = createStream(seed);
  for (let epoch = 0; epoch < Math.min(1, epochs); epoch++) {
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
