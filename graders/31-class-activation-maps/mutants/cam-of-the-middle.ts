/**
 * Rejected by: Grad-CAM is what CAM has above zero
 * Dishonest: a map that is largest in the middle, as objects in photographs often are; right on small maps.
 */
import { tf } from 'descent';
import { featureMaps } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function cam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  return tf.tidy(() => {
    const maps = featureMaps(model, tf.expandDims(image)).squeeze([0]);
    const [weights] = model.layers.at(-1)!.getWeights();
    const map = maps.mul(weights!.gather(target, 1)).sum<tf.Tensor2D>(2);
    const [h, w] = map.shape.map((cells) => tf.signal.hannWindow(cells));
    const hill = tf.mul<tf.Tensor2D>(h!.expandDims(1), w!);
    return map.shape[0] > 5 ? hill : map;
  });
}
