/**
 * Rejected by: windows of any size
 * Plausible slip: as many filters as in the example.
 */
import { tf } from 'descent';

export function firstFilters(model: tf.LayersModel): number[][][] {
  const [kernel] = model.layers[0]!.getWeights();
  return tf.tidy(() => kernel!.transpose([3, 2, 0, 1]).squeeze<tf.Tensor3D>([1]).slice(0, 2).arraySync());
}
