import * as tf from '#tensorflow';
import { areFloats, fastKernel, type FastKernel } from './fast-kernel.ts';
import type { WindowInfo } from './kernel-heap.ts';

const maxPool = fastKernel<{ inputs: tf.MaxPoolInputs; attributes: tf.MaxPoolAttrs }>(
  tf.MaxPool,
  ({ x }, attributes, { kernels, heap }) => {
    if (!areFloats(x)) return undefined;
    const info = poolOf(x.shape, attributes);
    const y = heap.output(info.outShape);
    kernels.maxPool(heap.window(info), heap.address(x), heap.address(y));
    return y;
  },
);

const maxPoolGrad = fastKernel<{ inputs: tf.MaxPoolGradInputs; attributes: tf.MaxPoolGradAttrs }>(
  tf.MaxPoolGrad,
  ({ dy, input }, attributes, { kernels, heap }) => {
    if (!areFloats(dy, input)) return undefined;
    const dx = heap.output(input.shape);
    const window = heap.window(poolOf(input.shape, attributes));
    kernels.maxPoolGradient(window, heap.address(input), heap.address(dy), heap.address(dx));
    return dx;
  },
);

const averagePool = fastKernel<{ inputs: tf.AvgPoolInputs; attributes: tf.AvgPoolAttrs }>(
  tf.AvgPool,
  ({ x }, attributes, { kernels, heap }) => {
    if (!areFloats(x)) return undefined;
    const info = poolOf(x.shape, attributes);
    const y = heap.output(info.outShape);
    kernels.averagePool(heap.window(info), heap.address(x), heap.address(y));
    return y;
  },
);

/**
 * Shares each gradient among the pixels of its window, padding left out, as the mean itself leaves it out.
 * TensorFlow.js 4.22 divides by the size of the whole window, which is not the gradient at a padded edge.
 */
const averagePoolGrad = fastKernel<{ inputs: tf.AvgPoolGradInputs; attributes: tf.AvgPoolGradAttrs }>(
  tf.AvgPoolGrad,
  ({ dy, input }, attributes, { kernels, heap }) => {
    if (!areFloats(dy, input)) return undefined;
    const dx = heap.output(input.shape);
    const window = heap.window(poolOf(input.shape, attributes));
    kernels.averagePoolGradient(window, heap.address(dy), heap.address(dx));
    return dx;
  },
);

/** Pools over images `[batch, height, width, channels]`, and their gradients. */
export const poolingKernels: readonly FastKernel[] = [maxPool, maxPoolGrad, averagePool, averagePoolGrad];

function poolOf(
  inputShape: readonly number[],
  {
    filterSize,
    strides,
    pad,
    dimRoundingMode,
  }: Pick<tf.MaxPoolAttrs, 'filterSize' | 'strides' | 'pad'> & Partial<tf.MaxPoolAttrs>,
): WindowInfo {
  return tf.backend_util.computePool2DInfo(
    inputShape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
}
