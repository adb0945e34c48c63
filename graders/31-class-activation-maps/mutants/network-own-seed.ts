/**
 * Rejected by: the seed decides about the weights
 * Dishonest: the same weights whatever the seed.
 */
import { tf } from 'descent';
import { MAPS } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function buildModel(_seed: number): tf.LayersModel {
  const conv = (filters: number, index: number, options: { inputShape?: number[]; name?: string } = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: index }),
      ...options,
    });
  return tf.sequential({
    layers: [
      conv(12, 1, { inputShape: [16, 16, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv(16, 2),
      conv(16, 3, { name: MAPS }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 3, kernelInitializer: tf.initializers.glorotNormal({ seed: 4 }) }),
    ],
  });
}
