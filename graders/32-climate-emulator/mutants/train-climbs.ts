/**
 * Rejected by: the network learns
 * Plausible slip: the step goes uphill.
 */
import { createStream, tf } from 'descent';
import {
  features,
  plain,
  scaleOf,
  type Subgrid,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export async function train(
  truth: Truth,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Subgrid> {
  const rows = truth.X.flatMap((X) => features(X, 2));
  const targets = truth.U.flat();
  const [inputScale, targetScale] = [scaleOf(rows.flat()), scaleOf(targets)];
  const x = tf.tensor2d(rows).sub(inputScale.mean).div(inputScale.sd);
  const y = tf.tensor2d(targets, [targets.length, 1]).sub(targetScale.mean).div(targetScale.sd);

  const dense = (units: number, index: number, options: { activation?: 'tanh'; inputShape?: number[] }) =>
    tf.layers.dense({
      units,
      kernelInitializer: tf.initializers.glorotNormal({ seed: 10 * seed + index }),
      ...options,
    });
  const model = tf.sequential({
    layers: [
      dense(16, 1, { activation: 'tanh', inputShape: [5] }),
      dense(16, 2, { activation: 'tanh' }),
      dense(1, 3, {}),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(-0.01), loss: 'meanSquaredError' });
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(rows.length);
    for (let start = 0; start < order.length; start += 128) {
      const batch = tf.tensor1d(order.slice(start, start + 128), 'int32');
      const [inputs, outputs] = [tf.gather(x, batch), tf.gather(y, batch)];
      await model.trainOnBatch(inputs, outputs);
      tf.dispose([batch, inputs, outputs]);
    }
  }
  tf.dispose([x, y]);

  const network = plain(model);
  return (X) =>
    features(X, 2).map((row) => {
      const [scaled] = network(row.map((value) => (value - inputScale.mean) / inputScale.sd));
      return scaled! * targetScale.sd + targetScale.mean;
    });
}
