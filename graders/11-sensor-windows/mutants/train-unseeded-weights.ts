/**
 * Rejected by: the same seed, the same detector
 * Plausible slip: other initial weights each time.
 */
import { createStream, tf } from 'descent';
import {
  buildNetwork,
  classWeights,
  flatten,
  labelWindow,
  windows,
  type Detector,
  type Run,
} from '../../../solutions/11-sensor-windows/exercise.ts';

export function trainDetector(
  { rows, states }: Run,
  { length, stride, seed }: { length: number; stride: number; seed: number },
): Detector {
  const seen = windows(rows, length, stride);
  const labels = seen.map((_, i) => labelWindow(states.slice(i * stride, i * stride + length), 'majority'));
  const all = seen.flat();
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = all[0]!.map((_, j) => meanOf(all.map((row) => row[j]!)));
  const sd = mean.map((middle, j) => Math.sqrt(meanOf(all.map((row) => (row[j]! - middle) ** 2))));

  const inputs = flatten(seen, mean, sd);
  const [normal, fault] = classWeights(labels);
  const truth = tf.tensor2d(labels, [labels.length, 1]);
  const weights = tf.tensor2d(
    labels.map((label) => (label === 1 ? fault! : normal!)),
    [labels.length, 1],
  );
  const model = buildNetwork(inputs.shape[1], 1 + Math.floor(1e6 * Math.random()));
  const optimizer = tf.train.adam(0.003);
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < 8; epoch++) {
    const order = stream.permutation(labels.length);
    for (let start = 0; start < order.length; start += 64) {
      tf.tidy(() => {
        const batch = tf.tensor1d(order.slice(start, start + 64), 'int32');
        const [x, y, w] = [inputs, truth, weights].map((all) => tf.gather(all, batch));
        optimizer.minimize(() => {
          const loss = tf.losses.logLoss(y!, model.apply(x!) as tf.Tensor2D, w).asScalar();
          return model.calculateLosses().reduce<tf.Scalar>((sum, penalty) => sum.add(penalty), loss);
        });
      });
    }
  }
  tf.dispose([inputs, truth, weights]);
  optimizer.dispose();
  return { model, mean, sd };
}
