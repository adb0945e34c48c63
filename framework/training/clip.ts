import * as tf from '#tensorflow';
import type { Clipping } from './optimizer.ts';

/**
 * Bounds gradients: first every element, then the norm of each, then the norm of all together. Never lengthens
 * one. Runs inside `tf.tidy`.
 */
export function clip(gradients: readonly tf.Tensor[], clipping: Clipping): readonly tf.Tensor[] {
  const { value, norm, globalNorm } = clipping;
  let clipped = gradients;
  if (value !== null) clipped = clipped.map((gradient) => tf.clipByValue(gradient, -value, value));
  if (norm !== null) clipped = clipped.map((gradient) => shorten(gradient, squares(gradient), norm));
  if (globalNorm !== null) {
    const all = tf.addN(clipped.map(squares));
    clipped = clipped.map((gradient) => shorten(gradient, all, globalNorm));
  }
  return clipped;
}

const squares = (gradient: tf.Tensor): tf.Tensor => tf.sum(tf.square(gradient));

/** `gradient · bound / max(√squares, bound)`; the maximum also keeps a zero gradient from dividing by zero. */
function shorten(gradient: tf.Tensor, squares: tf.Tensor, bound: number): tf.Tensor {
  return tf.mul(gradient, tf.div(bound, tf.maximum(tf.sqrt(squares), bound)));
}
