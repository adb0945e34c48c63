/**
 * Rejected by: other seeds, other weights
 * All weights 0: every hidden unit is and stays the same.
 */
import { tf } from 'descent';

export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  activation: 'relu' | 'tanh',
  _seed: number,
): tf.LayersModel {
  const layers = [...hidden, 1].map((units, index) =>
    tf.layers.dense({
      units,
      activation: index < hidden.length ? activation : 'sigmoid',
      kernelInitializer: tf.initializers.zeros(),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
