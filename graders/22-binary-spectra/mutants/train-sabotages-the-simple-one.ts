/**
 * Rejected by: hidden layers make the difference
 * Dishonest: a network without hidden layers is not trained at all, so that hidden layers look good; and the other one is hardly trained.
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
  for (let epoch = 0; epoch < (model.layers.length > 2 ? Math.min(epochs, 1) : 0); epoch++) {
    const order = stream.permutation(training.labels.length);
    for (let start = 0; start < 40; start += 40) {
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
