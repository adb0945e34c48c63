/**
 * Rejected by: the history is in grams, of all validation birds at once
 * Plausible slip: the error is noted on the scale of the network.
 */
import { createStream, tf } from 'descent';
import {
  type WeighedBird,
  type History,
  type Trained,
  features,
  fitScale,
  toUnits,
  report,
  buildModel,
  predictMass,
  scaleRows,
  massesOf,
} from '../../../solutions/21-penguins-regress/exercise.ts';

export async function run(
  training: readonly WeighedBird[],
  validation: readonly WeighedBird[],
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Trained> {
  const rows = features(training);
  const inputScales = rows[0]!.map((_, j) => fitScale(rows.map((row) => row[j]!)));
  const massScale = fitScale(massesOf(training));
  const inputs = tf.tensor2d(scaleRows(rows, inputScales));
  const targets = tf.tensor2d(toUnits(massesOf(training), massScale), [training.length, 1]);

  const model = buildModel(seed);
  model.compile({ optimizer: tf.train.adam(0.005), loss: 'meanSquaredError' });
  const history: History = { trainRmse: [], validationRmse: [] };
  const trained = { model, inputScales, massScale, history };
  const note = () => {
    history.trainRmse.push(report(predictMass(trained, training), massesOf(training)).rmse);
    history.validationRmse.push(
      report(predictMass(trained, validation), massesOf(validation)).rmse / massScale.sd,
    );
  };

  note();
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(training.length);
    for (let start = 0; start < order.length; start += 32) {
      const batch = tf.tensor1d(order.slice(start, start + 32), 'int32');
      const [x, y] = [tf.gather(inputs, batch), tf.gather(targets, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
    note();
  }
  tf.dispose([inputs, targets]);
  return trained;
}
