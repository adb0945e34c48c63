/**
 * Rejected by: the seed decides about the weights
 * Plausible slip: always the same weights.
 */
import { tf } from 'descent';

export function buildModel(hidden: readonly number[], _seed: number): tf.LayersModel {
  const layers: tf.layers.Layer[] = [tf.layers.flatten({ inputShape: [20, 200] })];
  [...hidden, 1].forEach((units, index) => {
    const activation = index < hidden.length ? 'relu' : 'sigmoid';
    const kernelInitializer = tf.initializers.heNormal({ seed: index + 1 });
    layers.push(tf.layers.dense({ units, activation, kernelInitializer }));
  });
  return tf.sequential({ layers });
}
