/**
 * Rejected by: as good as logistic regression
 * Plausible slip: a first layer of one unit with a kink leaves too little of a bird.
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
  return tf.sequential({ layers: [dense(1, 'relu', 1), dense(2, 'relu', 2), dense(3, 'softmax', 3)] });
}
