import * as tf from '#tensorflow';

/**
 * |x| with gradient 0 at 0, where `tf.abs` has −1: a bias that starts at zero would be pushed away from it by
 * an l1 penalty.
 */
export function absolute(values: tf.Tensor): tf.Tensor {
  return tf.mul(values, tf.sign(values));
}
