/**
 * Rejected by: the seed decides about the order
 * Plausible slip: digits in the order in which they come, in every epoch.
 */
import { tf } from 'descent';
import { oneHot, type Digits, type Options } from '../../../solutions/28-mnist-cnn/exercise.ts';

export async function train(
  model: tf.LayersModel,
  { images, labels }: Digits,
  { epochs, learningRate = 0.01 }: Options,
): Promise<number[]> {
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'categoricalCrossentropy' });
  const targets = oneHot(labels);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = Int32Array.from(labels.keys());
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
