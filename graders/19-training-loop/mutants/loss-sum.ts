/**
 * Rejected by: the loss of two rows
 * The sum over the rows instead of the mean.
 */
import type { tf } from 'descent';

export function batchLoss(probabilities: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  return probabilities.clipByValue(1e-7, 1).log().mul(y).sum(1).sum().neg().asScalar();
}
