/**
 * Rejected by: the mean of a map is the score
 * Plausible slip: the first layer has maps too.
 */
import { tf } from 'descent';

export function featureMaps(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor4D {
  const front = tf.model({ inputs: model.inputs, outputs: model.layers[0]!.output });
  return front.predict(images) as tf.Tensor4D;
}
