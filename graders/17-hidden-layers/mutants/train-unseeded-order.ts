/**
 * Rejected by: another order in each training
 * The order comes from dice that nobody can throw again.
 */
import { tf } from 'descent';
import { type Points, type Training } from '../../../solutions/17-hidden-layers/exercise.ts';

export async function train(
  model: tf.LayersModel,
  { xs, labels }: Points,
  { epochs, batchSize, learningRate }: Training,
): Promise<void> {
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'binaryCrossentropy' });
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = Int32Array.from(xs.keys()).sort(() => Math.random() - 0.5);
    for (let first = 0; first < order.length; first += batchSize) {
      const batch = [...order.slice(first, first + batchSize)];
      const x = tf.tensor2d(batch.map((i) => [...xs[i]!]));
      const y = tf.tensor2d(batch.map((i) => [labels[i]!]));
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
  }
}
