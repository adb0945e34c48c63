/**
 * Rejected by: ten probabilities for each image
 * Plausible slip: no flatten. The dense layer names every pixel, not every image.
 */
import { tf } from 'descent';

export function buildCnn(seed: number): tf.LayersModel {
  const start = (index: number) => tf.initializers.heNormal({ seed: 10 * seed + index });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        filters: 8,
        kernelSize: 5,
        padding: 'same',
        activation: 'relu',
        inputShape: [28, 28, 1],
        kernelInitializer: start(1),
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(3) }),
    ],
  });
}
