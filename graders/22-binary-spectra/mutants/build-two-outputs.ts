/**
 * Rejected by: the weights of two hidden layers
 * B12 of the slides: an output for each answer, both sigmoid, so that both may say yes.
 */
import { tf } from 'descent';

export function buildModel(hidden: readonly number[], seed: number): tf.LayersModel {
  const layers: tf.layers.Layer[] = [tf.layers.flatten({ inputShape: [20, 200] })];
  [...hidden, 2].forEach((units, index) => {
    const activation = index < hidden.length ? 'relu' : 'sigmoid';
    const kernelInitializer = tf.initializers.heNormal({ seed: 10 * seed + index + 1 });
    layers.push(tf.layers.dense({ units, activation, kernelInitializer }));
  });
  return tf.sequential({ layers });
}
