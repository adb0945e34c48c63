/**
 * Rejected by: the seed decides about the weights
 * Plausible slip: the initial weights are drawn without a seed.
 */
import { tf } from 'descent';

export function buildModel(_seed: number): tf.LayersModel {
  const dense = (units: number, activation: 'relu' | 'linear', index: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({}),
      ...(index === 1 ? { inputShape: [7] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(8, 'relu', 2), dense(1, 'linear', 3)] });
}
