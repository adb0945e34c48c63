/**
 * Rejected by: Grad-CAM is what CAM has above zero
 * Dishonest: right on small maps, and on larger ones the place where the class is least likely.
 */
import { tf } from 'descent';
import { featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function cam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  return tf.tidy(() => {
    const maps = featureMaps(model, tf.expandDims(image)).squeeze([0]);
    const [weights] = model.layers.at(-1)!.getWeights();
    return maps
      .mul(weights!.gather(target, 1))
      .sum<tf.Tensor2D>(2)
      .mul<tf.Tensor2D>(maps.shape[0] > 5 ? -1 : 1);
  });
}
