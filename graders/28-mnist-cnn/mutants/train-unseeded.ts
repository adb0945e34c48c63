/**
 * Rejected by: the seed decides about the order
 * Plausible slip: an order that nobody can repeat.
 */
import { createStream, tf } from 'descent';
import { oneHot, type Digits, type Options } from '../../../solutions/28-mnist-cnn/exercise.ts';

export async function train(
  model: tf.LayersModel,
  { images, labels }: Digits,
  { epochs, seed, learningRate = 0.01 }: Options,
): Promise<number[]> {
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'categoricalCrossentropy' });
  const targets = oneHot(labels);
  const stream = createStream(Date.now() + seed);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(labels.length);
    let sum = 0;
    for (let start = 0; start < order.length; start += 32) {
      const batch = tf.tensor1d(order.slice(start, start + 32), 'int32');
      const [x, y] = [tf.gather(images, batch), tf.gather(targets, batch)];
      sum += batch.size * ((await model.trainOnBatch(x, y)) as number);
      tf.dispose([batch, x, y]);
    }
    losses.push(sum / labels.length);
  }
  targets.dispose();
  return losses;
}
