/**
 * Rejected by: two windows of 2 × 3
 * Plausible slip: rows and columns changed places.
 */
import { tf } from 'descent';

export function firstFilters(model: tf.LayersModel): number[][][] {
  const [kernel] = model.layers[0]!.getWeights();
  return tf.tidy(() => kernel!.transpose([3, 2, 1, 0]).squeeze<tf.Tensor3D>([1]).arraySync());
}
