/**
 * Rejected by: the head decides what the last layers see
 * Plausible slip: the head is ignored.
 */
import { tf } from 'descent';
import { type Head } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function buildModel(size: number, channels: number, _head: Head, seed: number): tf.LayersModel {
  const conv = (filters: number, index: number, options: { inputShape?: number[] } = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...options,
    });
  return tf.sequential({
    layers: [
      conv(8, 1, { inputShape: [size, size, channels] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv(16, 2),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({
        units: 32,
        activation: 'relu',
        kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + 3 }),
      }),
      tf.layers.dense({
        units: 4,
        activation: 'sigmoid',
        kernelInitializer: tf.initializers.glorotNormal({ seed: 10 * seed + 4 }),
      }),
    ],
  });
}
