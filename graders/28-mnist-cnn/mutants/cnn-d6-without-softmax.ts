/**
 * Rejected by: ten probabilities for each image
 * Slides, D6 the other way round: the last layer gives any numbers, as a loss on logits would want them.
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
      tf.layers.conv2d({
        filters: 16,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: start(2),
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, kernelInitializer: start(3) }),
    ],
  });
}
