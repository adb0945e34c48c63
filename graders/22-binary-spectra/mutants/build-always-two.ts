/**
 * Rejected by: any hidden layers, or none
 * Plausible slip: always 16 and 8 units.
 */
import { tf } from 'descent';

export function buildModel(_hidden: readonly number[], seed: number): tf.LayersModel {
  const hidden = [16, 8];
  const layers: tf.layers.Layer[] = [tf.layers.flatten({ inputShape: [20, 200] })];
  [...hidden, 1].forEach((units, index) => {
    const activation = index < hidden.length ? 'relu' : 'sigmoid';
    const kernelInitializer = tf.initializers.heNormal({ seed: 10 * seed + index + 1 });
    layers.push(tf.layers.dense({ units, activation, kernelInitializer }));
  });
  return tf.sequential({ layers });
}
