/**
 * Rejected by: differences from the corner
 * Plausible slip: another corner.
 */
import { tf } from 'descent';

export function difference(images: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const corner = images.slice([0, images.shape[1] - 1, images.shape[2] - 1, 0], [-1, 1, 1, -1]);
    return images.sub(corner).abs().mean(3, true);
  });
}
