import * as tf from '#tensorflow';
import { areFloats, fastKernel, type FastKernel } from './fast-kernel.ts';

/** Sums over the first axes, as for the gradient of a bias, or over the last ones. */
const sum = fastKernel<{ inputs: tf.SumInputs; attributes: tf.SumAttrs }>(
  tf.Sum,
  ({ x }, { axis, keepDims }, { kernels, heap }) => {
    if (!areFloats(x)) return undefined;
    const axes = tf.util.parseAxisParam(axis, x.shape).sort((first, second) => first - second);
    const kept = x.shape.length - axes.length;
    const first = axes.every((at, index) => at === index);
    if (!first && !axes.every((at, index) => at === kept + index)) return undefined;

    const shape = x.shape.filter((_, at) => !axes.includes(at));
    const outputSize = tf.util.sizeFromShape(shape);
    const terms = tf.util.sizeFromShape(axes.map((at) => x.shape[at]!));
    const y = heap.output(shape);
    // The sum of all elements, and of rows that lie one below the other, are the same memory to walk over.
    if (first && kept > 0) kernels.columnSums(heap.address(x), terms, outputSize, heap.address(y));
    else kernels.rowSums(heap.address(x), outputSize, terms, heap.address(y));
    if (keepDims) y.shape = tf.backend_util.expandShapeToKeepDim(shape, axes);
    return y;
  },
);

/** Sums the rows of the same segment; the gradient of an embedding. Segments are `[rows]`. */
const unsortedSegmentSum = fastKernel<{
  inputs: tf.UnsortedSegmentSumInputs;
  attributes: tf.UnsortedSegmentSumAttrs;
}>(tf.UnsortedSegmentSum, ({ x, segmentIds }, { numSegments }, { kernels, heap }) => {
  const [rows] = segmentIds.shape;
  const taken = areFloats(x) && segmentIds.dtype === 'int32' && segmentIds.shape.length === 1;
  if (!taken || rows !== x.shape[0]) return undefined;
  const rowShape = x.shape.slice(1);
  const columns = tf.util.sizeFromShape(rowShape);
  const y = heap.output([numSegments, ...rowShape]);
  kernels.segmentSums(heap.address(x), heap.address(segmentIds), rows!, columns, numSegments, heap.address(y)); // prettier-ignore
  return y;
});

/** The softmax of each row; rows lie along the last axis. */
const softmax = fastKernel<{ inputs: tf.SoftmaxInputs; attributes: tf.SoftmaxAttrs }>(
  tf.Softmax,
  ({ logits }, { dim }, { kernels, heap }) => {
    if (!areFloats(logits) || dim !== logits.shape.length - 1) return undefined;
    const columns = logits.shape[dim]!;
    const rows = tf.util.sizeFromShape(logits.shape.slice(0, -1));
    const y = heap.output(logits.shape);
    kernels.softmax(heap.address(logits), rows, columns, heap.address(y));
    return y;
  },
);

/** Operations that bring many numbers together. */
export const reductionKernels: readonly FastKernel[] = [sum, unsortedSegmentSum, softmax];
