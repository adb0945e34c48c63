/**
 * Rejected by: three white pixels
 * Plausible slip: brightness stays between 0 and 255.
 */
import { tf } from 'descent';

export function toImages(bytes: Uint8Array): tf.Tensor4D {
  return tf.tensor4d(Float32Array.from(bytes), [bytes.length / 784, 28, 28, 1]);
}
