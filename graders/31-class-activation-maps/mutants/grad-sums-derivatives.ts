/**
 * Rejected by: Grad-CAM by hand
 * Plausible slip: the sum over all places instead of the mean.
 */
import { tf } from 'descent';
import { MAPS, featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function gradCam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  return tf.tidy(() => {
    const behind = model.layers.slice(model.layers.indexOf(model.getLayer(MAPS)) + 1);
    const score = (maps: tf.Tensor): tf.Tensor =>
      behind
        .reduce((values, layer) => layer.apply(values) as tf.Tensor, maps)
        .gather(target, 1)
        .sum();
    const maps = featureMaps(model, tf.expandDims(image));
    const importance = tf.grad(score)(maps).sum([0, 1, 2]);
    return maps.mul(importance).sum(3).relu().squeeze<tf.Tensor2D>([0]);
  });
}
