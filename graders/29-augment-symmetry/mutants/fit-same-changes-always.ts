/**
 * Rejected by: changed anew every time
 * Plausible slip: the seed of the training for every batch, so that place 0 of all batches is turned by the same angle.
 */
import { createStream, tf } from 'descent';
import {
  lossOf,
  oneHot,
  toTensor,
  type Digits,
  type Options,
} from '../../../solutions/29-augment-symmetry/exercise.ts';

export async function fit(
  model: tf.LayersModel,
  training: Digits,
  validation: Digits,
  { epochs, seed, augment = (images) => images }: Options,
): Promise<number[]> {
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
  const order = createStream(seed).derive('order');
  const losses: number[] = [];

  for (let epoch = 0; epoch < epochs; epoch++) {
    const rows = [...order.permutation(training.labels.length)];
    for (let start = 0; start < rows.length; start += 32) {
      const batch = rows.slice(start, start + 32);
      const images = augment(
        batch.map((row) => training.images[row]!),
        seed,
      );
      const [x, y] = [toTensor(images), oneHot(batch.map((row) => training.labels[row]!))];
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
    losses.push(lossOf(model, validation));
  }
  return losses;
}
