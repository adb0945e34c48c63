/**
 * Rejected by: differences from the corner
 * Plausible slip: without absolute values.
 */
import { tf } from 'descent';

export function difference(images: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const corner = images.slice([0, 0, 0, 0], [-1, 1, 1, -1]);
    return images.sub(corner).mean(3, true);
  });
}
