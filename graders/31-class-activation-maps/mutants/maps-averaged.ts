/**
 * Rejected by: maps of a known network
 * Plausible slip: what comes out of the layer behind it, where places are gone.
 */
import { tf } from 'descent';
import { MAPS } from '../../../solutions/31-class-activation-maps/exercise.ts';

export function featureMaps(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor4D {
  const front = tf.model({
    inputs: model.inputs,
    outputs: model.layers[model.layers.indexOf(model.getLayer(MAPS)) + 1]!.output,
  });
  return front.predict(images) as tf.Tensor4D;
}
