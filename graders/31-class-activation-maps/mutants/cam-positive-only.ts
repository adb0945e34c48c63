/**
 * Rejected by: the map of a class, by hand
 * Plausible slip: what speaks against the class is cut off.
 */
import { tf } from 'descent';
import { featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function cam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  return tf.tidy(() => {
    const maps = featureMaps(model, tf.expandDims(image)).squeeze([0]);
    const [weights] = model.layers.at(-1)!.getWeights();
    return maps.mul(weights!.gather(target, 1)).sum<tf.Tensor2D>(2).relu();
  });
}
