/**
 * Rejected by: the loss of two rows
 * The mean over rows and classes: three times too small.
 */
import type { tf } from 'descent';

export function batchLoss(probabilities: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  return probabilities.clipByValue(1e-7, 1).log().mul(y).mean().neg().asScalar();
}
