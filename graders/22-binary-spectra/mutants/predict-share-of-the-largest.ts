/**
 * Rejected by: each probability depends on its own spectrum
 * Plausible slip: a share of the largest probability in the list.
 */
import { tf } from 'descent';

export function predict(model: tf.LayersModel, intensities: tf.Tensor3D): number[] {
  return tf.tidy(() => {
    const all = [...(model.predict(intensities) as tf.Tensor).dataSync()];
    return all.map((probability) => probability / Math.max(...all));
  });
}
