/**
 * Rejected by: Grad-CAM is what CAM has above zero
 * Dishonest: derivatives of the last layer by hand, right for small networks only.
 */
import { tf } from 'descent';
import { cam } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function gradCam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  return cam(model, image, target).relu().div(4);
}
