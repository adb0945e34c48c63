/**
 * Rejected by: a mass may be below the mean or above it
 * Plausible slip: a mass is positive, so relu at the end; but the network gives distances from the mean.
 */
import { tf } from 'descent';

export function buildModel(seed: number): tf.LayersModel {
  const dense = (units: number, activation: 'relu', index: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...(index === 1 ? { inputShape: [7] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(8, 'relu', 2), dense(1, 'relu', 3)] });
}
