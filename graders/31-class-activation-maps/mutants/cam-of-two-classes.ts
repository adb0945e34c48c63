/**
 * Rejected by: the map of any class
 * Plausible slip: only the first two maps are weighed.
 */
import { tf } from 'descent';
import { featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function cam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  return tf.tidy(() => {
    const maps = featureMaps(model, tf.expandDims(image)).squeeze([0]);
    const [weights] = model.layers.at(-1)!.getWeights();
    return maps.slice([0, 0, 0], [-1, -1, 2]).mul(weights!.gather(target, 1).slice(0, 2)).sum<tf.Tensor2D>(2);
  });
}
