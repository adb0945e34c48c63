/**
 * Rejected by: twelve images are learned by heart
 * Slides, C7: a loss that takes probabilities gets scores.
 */
import { createStream, tf } from 'descent';
import { buildModel } from '../../../solutions/31-class-activation-maps/exercise.ts';

export async function train(
  images: tf.Tensor4D,
  labels: tf.Tensor2D,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<tf.LayersModel> {
  const model = buildModel(seed);
  const loss = (truth: tf.Tensor, scores: tf.Tensor): tf.Tensor =>
    tf.metrics.binaryCrossentropy(truth, scores).mean();
  model.compile({ optimizer: tf.train.adam(0.006), loss });
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(images.shape[0]);
    for (let start = 0; start < order.length; start += 24) {
      const batch = tf.tensor1d(order.slice(start, start + 24), 'int32');
      const [x, y] = [tf.gather(images, batch), tf.gather(labels, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
  }
  return model;
}
