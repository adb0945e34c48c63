/**
 * Rejected by: an average loses the place
 * Plausible slip: the head does not reach the network.
 * Two epochs are enough to see it: both networks are the same.
 */
import { createStream, tf } from 'descent';
import { buildModel, type Head } from '../../../solutions/30-ellipse-regression/exercise.ts';

export async function train(
  images: tf.Tensor4D,
  ellipses: tf.Tensor2D,
  { epochs, seed }: { head: Head; epochs: number; seed: number },
): Promise<tf.LayersModel> {
  const model = buildModel(images.shape[1], images.shape[3], 'flatten', seed);
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < Math.min(2, epochs); epoch++) {
    const order = stream.permutation(images.shape[0]);
    for (let start = 0; start < order.length; start += 32) {
      const batch = tf.tensor1d(order.slice(start, start + 32), 'int32');
      const [x, y] = [tf.gather(images, batch), tf.gather(ellipses, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
  }
  return model;
}
