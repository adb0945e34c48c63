/**
 * Rejected by: relu or tanh, layer by layer
 * Only the first hidden layer has the activation.
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
      activation: index === hidden.length ? 'sigmoid' : index === 0 ? activation : 'linear',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 10 * seed + index }),
      ...(index === 0 ? { inputShape: [inputs] } : {}),
    }),
  );
  return tf.sequential({ layers });
}
