/**
 * Rejected by: a 3 and a 0 as ten numbers each
 * Plausible slip: the first place stands for the digit 1.
 */
import { tf } from 'descent';

export function oneHot(labels: readonly number[]): tf.Tensor2D {
  const places = labels.map((label) => label - 1);
  return tf.oneHot(tf.tensor1d(places, 'int32'), 10).toFloat() as tf.Tensor2D;
}
