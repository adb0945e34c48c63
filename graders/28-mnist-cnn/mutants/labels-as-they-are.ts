/**
 * Rejected by: a 3 and a 0 as ten numbers each
 * Plausible slip: the digit itself stands at its place, so that a 0 has no mark at all.
 */
import { tf } from 'descent';

export function oneHot(labels: readonly number[]): tf.Tensor2D {
  return tf.tensor2d(labels.map((label) => Array.from({ length: 10 }, (_, k) => (k === label ? label : 0))));
}
