/**
 * Rejected by: the weights of two hidden layers
 * Plausible slip: the list is ignored.
 */
import { tf } from 'descent';

export function buildModel(_hidden: readonly number[], seed: number): tf.LayersModel {
  const layers: tf.layers.Layer[] = [tf.layers.flatten({ inputShape: [20, 200] })];
  [1].forEach((units, index) => {
    const activation = 'sigmoid';
    const kernelInitializer = tf.initializers.heNormal({ seed: 10 * seed + index + 1 });
    layers.push(tf.layers.dense({ units, activation, kernelInitializer }));
  });
  return tf.sequential({ layers });
}
