/**
 * Rejected by: the seed decides about the weights
 * Plausible slip: the same weights whatever the seed.
 */
import { tf } from 'descent';

export function buildModel(seed: number): tf.LayersModel {
  const dense = (units: number, activation: 'relu' | 'softmax', index: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({ seed: 42 + 0 * seed + index }),
      ...(index === 1 ? { inputShape: [5] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(16, 'relu', 2), dense(3, 'softmax', 3)] });
}
