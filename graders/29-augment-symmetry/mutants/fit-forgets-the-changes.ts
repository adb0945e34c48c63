/**
 * Rejected by: digits turned by 30°
 * Plausible slip: augment is called, but the network sees the images as they were.
 * Two epochs are enough to see that nothing is won.
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
  const changes = createStream(seed).derive('changes');
  const losses: number[] = [];

  for (let epoch = 0; epoch < Math.min(2, epochs); epoch++) {
    const rows = [...order.permutation(training.labels.length)];
    for (let start = 0; start < rows.length; start += 32) {
      const batch = rows.slice(start, start + 32);
      augment(
        batch.map((row) => training.images[row]!),
        changes.uint32(),
      );
      const [x, y] = [
        toTensor(batch.map((row) => training.images[row]!)),
        oneHot(batch.map((row) => training.labels[row]!)),
      ];
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
    losses.push(lossOf(model, validation));
  }
  return losses;
}
