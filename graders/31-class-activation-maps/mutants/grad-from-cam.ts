/**
 * Rejected by: Grad-CAM of another network
 * Dishonest: the class activation map once more, which exists only behind an average.
 */
import { tf } from 'descent';
import { featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function gradCam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  const maps = featureMaps(model, tf.expandDims(image));
  const places = maps.shape[1] * maps.shape[2];
  const weights = model.layers.at(-1)!.getWeights()[0]!.slice([0, 0], [maps.shape[3], -1]);
  return maps.squeeze([0]).mul(weights.gather(target, 1)).sum(2).relu().div(places);
}
