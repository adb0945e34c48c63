/**
 * Rejected by: ten digits instead of three species
 * Plausible slip: no more than the four numbers of a penguin are looked at.
 */
import { createStream, tf } from 'descent';
import { type Data, buildNetwork, standardize } from '../../../solutions/10-baselines/exercise.ts';

export async function trainAndPredict(
  training: Data,
  rows: Data['rows'],
  seed: number,
): Promise<readonly string[]> {
  const classes = [...new Set(training.labels)].sort();
  const inputs = standardize(training.rows, training.rows).map((row) => row.slice(0, 4));
  const targets = training.labels.map((label) => classes.map((name) => (name === label ? 1 : 0)));
  const model = buildNetwork(inputs[0]!.length, classes.length, seed);
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < 30; epoch++) {
    const order = Array.from(stream.permutation(inputs.length));
    for (let start = 0; start < order.length; start += 32) {
      const batch = order.slice(start, start + 32);
      const x = tf.tensor2d(batch.map((row) => inputs[row]!));
      const y = tf.tensor2d(batch.map((row) => targets[row]!));
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
  }
  const best = tf.tidy(() => {
    const asked = tf.tensor2d(standardize(rows, training.rows).map((row) => row.slice(0, 4)));
    return (model.predict(asked) as tf.Tensor2D).argMax(1).dataSync();
  });
  model.dispose();
  return Array.from(best, (place) => classes[place]!);
}
