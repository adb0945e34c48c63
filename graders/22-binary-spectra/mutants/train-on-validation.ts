/**
 * Rejected by: validation spectra teach nothing
 * Plausible slip: the validation spectra are learned, too.
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
    history.validationLoss.push(crossEntropy(predict(model, validation.intensities), validation.labels));
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
    const truth = tf.tensor2d([...validation.labels], [validation.labels.length, 1]);
    await model.trainOnBatch(validation.intensities, truth);
    truth.dispose();
    note();
  }
  targets.dispose();
  return history;
}
