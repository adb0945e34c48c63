/**
 * Rejected by: other seeds, other weights
 * Initializers without a seed draw from the clock.
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
      kernelInitializer: tf.initializers.glorotUniform({}),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
