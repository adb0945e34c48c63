/**
 * Rejected by: a network with two hidden layers
 * Only the first hidden layer is built.
 */
import { tf } from 'descent';

export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  activation: 'relu' | 'tanh',
  seed: number,
): tf.LayersModel {
  const layers = [...hidden.slice(0, 1), 1].map((units, index) =>
    tf.layers.dense({
      units,
      activation: index < Math.min(1, hidden.length) ? activation : 'sigmoid',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 10 * seed + index }),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
