/**
 * Rejected by: the weights of two hidden layers
 * Plausible slip: dense layers on [20, 200] look at each momentum alone; nothing is laid out in a row before the end.
 */
import { tf } from 'descent';

export function buildModel(hidden: readonly number[], seed: number): tf.LayersModel {
  const layers: tf.layers.Layer[] = [
    tf.layers.dense({ units: hidden[0] ?? 1, activation: 'relu', inputShape: [20, 200] }),
    tf.layers.flatten(),
  ];
  [...hidden.slice(1), 1].forEach((units, index) => {
    const activation = index < hidden.length - 1 ? 'relu' : 'sigmoid';
    const kernelInitializer = tf.initializers.heNormal({ seed: 10 * seed + index + 1 });
    layers.push(tf.layers.dense({ units, activation, kernelInitializer }));
  });
  return tf.sequential({ layers });
}
