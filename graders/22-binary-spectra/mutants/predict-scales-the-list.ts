/**
 * Rejected by: each probability depends on its own spectrum
 * Plausible slip: intensities are scaled by the mean and deviation of the list that is asked about.
 */
import { tf } from 'descent';

export function predict(model: tf.LayersModel, intensities: tf.Tensor3D): number[] {
  return tf.tidy(() => [
    ...(
      model.predict(
        intensities.sub(intensities.mean([0])).div(tf.moments(intensities, [0]).variance.sqrt().add(1e-3)),
      ) as tf.Tensor
    ).dataSync(),
  ]);
}
