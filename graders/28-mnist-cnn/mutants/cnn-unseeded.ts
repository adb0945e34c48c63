/**
 * Rejected by: the seed decides about the weights
 * Plausible slip: initializers without a seed draw from dice that nobody knows.
 */
import { tf } from 'descent';

export function buildCnn(): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 4, kernelSize: 5, activation: 'relu', inputShape: [28, 28, 1] }),
      tf.layers.maxPooling2d({ poolSize: 4 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
}
