/**
 * Rejected by: a network from seven numbers to one
 * Plausible slip: the five columns of exercise 20.
 */
import { tf } from 'descent';

export function buildModel(seed: number): tf.LayersModel {
  const dense = (units: number, activation: 'relu' | 'linear', index: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...(index === 1 ? { inputShape: [5] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(8, 'relu', 2), dense(1, 'linear', 3)] });
}
