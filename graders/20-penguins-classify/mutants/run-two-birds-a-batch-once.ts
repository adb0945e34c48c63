/**
 * Rejected by: 57 of 60 birds right
 * Too little training: it stops after the second batch of every epoch.
 */
import { createStream, tf } from 'descent';
import {
  buildModel,
  evaluate,
  features,
  fitScaler,
  oneHot,
  scale,
  type History,
  type KnownBird,
  type Trained,
} from '../../../solutions/20-penguins-classify/exercise.ts';

export async function run(
  training: readonly KnownBird[],
  validation: readonly KnownBird[],
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Trained> {
  const scaler = fitScaler(features(training));
  const inputs = tf.tensor2d(scale(features(training), scaler));
  const targets = oneHot(training);
  const heldOut = tf.tensor2d(scale(features(validation), scaler));
  const truth = oneHot(validation);

  const model = buildModel(seed);
  model.compile({ optimizer: tf.train.adam(0.0003), loss: 'categoricalCrossentropy' });
  const history: History = { trainLoss: [], validationLoss: [], validationAccuracy: [] };
  const note = () => {
    const seen = evaluate(model, heldOut, truth);
    history.trainLoss.push(evaluate(model, inputs, targets).loss);
    history.validationLoss.push(seen.loss);
    history.validationAccuracy.push(seen.accuracy);
  };

  note();
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(training.length);
    for (let start = 0; start < 8; start += 4) {
      const batch = tf.tensor1d(order.slice(start, start + 4), 'int32');
      const [x, y] = [tf.gather(inputs, batch), tf.gather(targets, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
    note();
  }
  tf.dispose([inputs, targets, heldOut, truth]);
  return { model, scaler, history };
}
