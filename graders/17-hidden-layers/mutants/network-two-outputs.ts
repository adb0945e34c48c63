/**
 * Rejected by: a network with two hidden layers
 * A unit for each label.
 */
import { tf } from 'descent';

export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  activation: 'relu' | 'tanh',
  seed: number,
): tf.LayersModel {
  const layers = [...hidden, 2].map((units, index) =>
    tf.layers.dense({
      units,
      activation: index < hidden.length ? activation : 'sigmoid',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 10 * seed + index }),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
