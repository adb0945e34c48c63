/**
 * Rejected by: images of any bytes
 * Plausible slip: only the brightnesses of the example are told apart.
 */
import { tf } from 'descent';

export function toImages(bytes: Uint8Array): tf.Tensor4D {
  const bright = Float32Array.from(bytes, (byte) => Math.round(byte / 51) / 5);
  return tf.tensor4d(bright, [bytes.length / 784, 28, 28, 1]);
}
