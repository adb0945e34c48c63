/**
 * Rejected by: ten probabilities for each image
 * Slides, A8: ten questions that are answered by yes or no; their probabilities do not sum to 1.
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
      tf.layers.dense({ units: 10, activation: 'sigmoid', kernelInitializer: start(3) }),
    ],
  });
}
