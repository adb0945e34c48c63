/**
 * Rejected by: every site is treated alike
 * Plausible slip: all eight X in, all eight U out, so that every site has weights of its own.
 */
import { tf } from 'descent';
import { type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export async function train(
  truth: Truth,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Subgrid> {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 8,
        inputShape: [8],
        kernelInitializer: tf.initializers.glorotNormal({ seed }),
      }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  const [x, y] = [tf.tensor2d(truth.X.map((X) => [...X])), tf.tensor2d(truth.U.map((U) => [...U]))];
  for (let epoch = 0; epoch < epochs; epoch++) await model.trainOnBatch(x, y);
  tf.dispose([x, y]);
  return (X) => tf.tidy(() => Array.from((model.predict(tf.tensor2d([[...X]])) as tf.Tensor).dataSync()));
}
