/**
 * Rejected by: a network with two hidden layers
 * Without the sigmoid the output is any number.
 */
import { tf } from 'descent';

export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  activation: 'relu' | 'tanh',
  seed: number,
): tf.LayersModel {
  const layers = [...hidden, 1].map((units, index) =>
    tf.layers.dense({
      units,
      activation: index < hidden.length ? activation : 'linear',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 10 * seed + index }),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
