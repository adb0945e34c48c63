/**
 * Rejected by: the seed decides about the weights
 * Plausible slip: initializers without a seed draw from the clock.
 */
import { tf } from 'descent';

export function buildModel(_seed: number): tf.LayersModel {
  const dense = (units: number, activation: 'relu' | 'softmax', index: number) =>
    tf.layers.dense({
      units,
      activation,
      ...(index === 1 ? { inputShape: [5] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(16, 'relu', 2), dense(3, 'softmax', 3)] });
}
