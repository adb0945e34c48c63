/**
 * Rejected by: a probability for each spectrum
 * Plausible slip: the answer about the first spectrum only.
 */
import { tf } from 'descent';

export function predict(model: tf.LayersModel, intensities: tf.Tensor3D): number[] {
  return tf.tidy(() => [(model.predict(intensities) as tf.Tensor).dataSync()[0]!]);
}
