/**
 * Rejected by: three white pixels
 * The order of the axes in the slides (NCHW), which is not that of TensorFlow.js.
 */
import { tf } from 'descent';

export function toImages(bytes: Uint8Array): tf.Tensor4D {
  const bright = Float32Array.from(bytes, (byte) => byte / 255);
  return tf.tensor4d(bright, [bytes.length / 784, 1, 28, 28]);
}
