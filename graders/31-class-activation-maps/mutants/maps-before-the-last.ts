/**
 * Rejected by: maps of a known network
 * Plausible slip: the input of the layer, instead of its output.
 */
import { tf } from 'descent';
import { MAPS } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function featureMaps(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor4D {
  const front = tf.model({ inputs: model.inputs, outputs: model.getLayer(MAPS).input });
  return front.predict(images) as tf.Tensor4D;
}
