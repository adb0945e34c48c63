/**
 * Rejected by: a network from five numbers to three probabilities
 * Plausible slip: one output too few.
 */
import { tf } from 'descent';

export function buildModel(seed: number): tf.LayersModel {
  const dense = (units: number, activation: 'relu' | 'softmax', index: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...(index === 1 ? { inputShape: [5] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(16, 'relu', 2), dense(2, 'softmax', 3)] });
}
