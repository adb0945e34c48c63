/**
 * Rejected by: convolutions, and at most 20,000 parameters
 * Dishonest: a small dense network under the name of the other.
 */
import { tf } from 'descent';

export function buildCnn(seed: number): tf.LayersModel {
  const start = (index: number) => tf.initializers.heNormal({ seed: 10 * seed + index });
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.dense({ units: 20, activation: 'relu', kernelInitializer: start(1) }),
      tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(3) }),
    ],
  });
}
