/**
 * Rejected by: differences from the corner
 * Plausible slip: the mean comes before the absolute value, so that channels cancel.
 */
import { tf } from 'descent';

export function difference(images: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const corner = images.slice([0, 0, 0, 0], [-1, 1, 1, -1]);
    return images.sub(corner).mean<tf.Tensor4D>(3, true).abs();
  });
}
