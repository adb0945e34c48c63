import * as tf from '#tensorflow';
import { areFloats, fastKernel } from './fast-kernel.ts';

/** Numbers held within bounds. The stock kernel makes the lower bound of NaN, so that training goes on as if nothing were. */
export const clipByValue = fastKernel<{ inputs: tf.ClipByValueInputs; attributes: tf.ClipByValueAttrs }>(
  tf.ClipByValue,
  ({ x }, { clipValueMin, clipValueMax }, { kernels, heap }) => {
    if (!areFloats(x)) return undefined;
    const y = heap.output(x.shape);
    const size = tf.util.sizeFromShape(x.shape);
    kernels.clip(heap.address(x), heap.address(y), size, clipValueMin, clipValueMax);
    return y;
  },
);
