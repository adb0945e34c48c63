/**
 * Rejected by: the same seed, the same curve
 * Plausible slip: the seed reaches neither the network nor the batches.
 */
import { tf } from 'descent';
import { batches, network, type Data } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export async function fitCurve(
  data: Data,
  { hidden, batchSize, epochs }: { hidden: number; batchSize: number; epochs: number; seed: number },
  at: readonly number[],
): Promise<number[]> {
  const model = network(hidden, 1);
  const column = (values: readonly number[]) => tf.tensor2d([...values], [values.length, 1]);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const options = { dropLast: false, shuffle: true, seed: 1, epoch };
    for (const batch of batches(data.xs.length, batchSize, options)) {
      const x = column(batch.map((i) => data.xs[i]!));
      const y = column(batch.map((i) => data.ys[i]!));
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
  }
  return tf.tidy(() => Array.from((model.predict(column(at)) as tf.Tensor).dataSync()));
}
