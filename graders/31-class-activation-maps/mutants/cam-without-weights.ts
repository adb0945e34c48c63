/**
 * Rejected by: the map of a class, by hand
 * Plausible slip: all maps alike, whatever the class.
 */
import { tf } from 'descent';
import { featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function cam(model: tf.LayersModel, image: tf.Tensor3D, _target: number): tf.Tensor2D {
  return tf.tidy(() => {
    const maps = featureMaps(model, tf.expandDims(image)).squeeze([0]);
    return maps.sum<tf.Tensor2D>(2);
  });
}
