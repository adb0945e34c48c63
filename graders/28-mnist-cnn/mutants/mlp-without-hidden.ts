/**
 * Rejected by: the dense network of the comparison
 * Plausible slip: no hidden layer.
 */
import { tf } from 'descent';

export function buildMlp(seed: number): tf.LayersModel {
  const start = (index: number) => tf.initializers.heNormal({ seed: 10 * seed + index });
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),

      tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(2) }),
    ],
  });
}
