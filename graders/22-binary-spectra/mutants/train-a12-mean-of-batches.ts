/**
 * Rejected by: the losses are those of all spectra of each kind
 * A12 of the slides: the mean of the means of batches, the last of which is smaller.
 */
import { createStream, tf } from 'descent';
import {
  type Spectra,
  type History,
  predict,
  crossEntropy,
} from '../../../solutions/22-binary-spectra/exercise.ts';

export async function train(
  model: tf.LayersModel,
  training: Spectra,
  validation: Spectra,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<History> {
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'binaryCrossentropy' });
  const targets = tf.tensor2d([...training.labels], [training.labels.length, 1]);
  const history: History = { trainLoss: [], validationLoss: [] };
  const note = () => {
    history.trainLoss.push(crossEntropy(predict(model, training.intensities), training.labels));
    const all = predict(model, validation.intensities);
    const means = [0, 20, 40].map((from) =>
      crossEntropy(all.slice(from, from + 20), validation.labels.slice(from, from + 20)),
    );
    history.validationLoss.push(means.reduce((sum, mean) => sum + mean / means.length, 0));
  };

  note();
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(training.labels.length);
    for (let start = 0; start < order.length; start += 40) {
      const batch = tf.tensor1d(order.slice(start, start + 40), 'int32');
      const [x, y] = [tf.gather(training.intensities, batch), tf.gather(targets, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
    note();
  }
  targets.dispose();
  return history;
}
