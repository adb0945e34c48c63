/**
 * Rejected by: two windows of 2 × 3
 * Plausible slip: the axes as they are; the first list counts rows, not filters.
 */
import { tf } from 'descent';

export function firstFilters(model: tf.LayersModel): number[][][] {
  const [kernel] = model.layers[0]!.getWeights();
  return tf.tidy(() => kernel!.squeeze<tf.Tensor3D>([2]).arraySync());
}
