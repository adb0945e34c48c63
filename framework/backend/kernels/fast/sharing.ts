import * as tf from '#tensorflow';
import { fastKernel } from './fast-kernel.ts';

/** The same tensor again, as every clone is. The stock kernel copies the elements, dozens of times in a training step. */
export const identity = fastKernel<{ inputs: tf.IdentityInputs; attributes: object }>(
  tf.Identity,
  ({ x }, _attributes, { heap }) => heap.reshaped(x, x.shape),
);

/** A tensor as elements of the type that they have already; the stock kernel copies them. */
export const cast = fastKernel<{ inputs: tf.CastInputs; attributes: tf.CastAttrs }>(
  tf.Cast,
  ({ x }, { dtype }, { heap }) => (x.dtype === dtype ? heap.reshaped(x, x.shape) : undefined),
);
