/**
 * Rejected by: differences of any images
 * Plausible slip: the corner of the first image for all.
 */
import { tf } from 'descent';

export function difference(images: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const corner = images.slice([0, 0, 0, 0], [1, 1, 1, -1]);
    return images.sub(corner).abs().mean(3, true);
  });
}
