/**
 * Rejected by: maps of any network
 * Plausible slip: the maps of one image only.
 */
import { tf } from 'descent';
import { MAPS } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function featureMaps(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor4D {
  const front = tf.model({ inputs: model.inputs, outputs: model.getLayer(MAPS).output });
  return (front.predict(images) as tf.Tensor4D).slice(0, 1);
}
