/**
 * Rejected by: differences from the corner
 * Plausible slip: the channels stay.
 */
import { tf } from 'descent';

export function difference(images: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const corner = images.slice([0, 0, 0, 0], [-1, 1, 1, -1]);
    return images.sub<tf.Tensor4D>(corner).abs();
  });
}
