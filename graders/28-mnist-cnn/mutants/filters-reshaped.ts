/**
 * Rejected by: two windows of 2 × 3
 * Plausible slip: the shape is right, but reshape leaves the order of the numbers as it was.
 */
import { tf } from 'descent';

export function firstFilters(model: tf.LayersModel): number[][][] {
  const kernel = model.layers[0]!.getWeights()[0] as tf.Tensor4D;
  const [rows, columns, , filters] = kernel.shape;
  return tf.tidy(() => tf.reshape<tf.Rank.R3>(kernel, [filters, rows, columns]).arraySync());
}
