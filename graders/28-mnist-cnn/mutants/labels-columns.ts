/**
 * Rejected by: a 3 and a 0 as ten numbers each
 * Plausible slip: one column for each label instead of one row. For two labels it has ten rows.
 */
import { tf } from 'descent';

export function oneHot(labels: readonly number[]): tf.Tensor2D {
  return tf
    .oneHot(tf.tensor1d([...labels], 'int32'), 10)
    .toFloat()
    .transpose<tf.Tensor2D>();
}
