import * as tf from '#tensorflow';
import { fastKernel } from './fast-kernel.ts';

/**
 * A part of a tensor of numbers, copied within the heap run by run. The stock kernel copies the whole tensor out
 * of the heap first, which for a batch of a data set is most of the cost of a step.
 */
export const slice = fastKernel<{ inputs: tf.SliceInputs; attributes: tf.SliceAttrs }>(
  tf.Slice,
  ({ x }, attributes, { heap }) => {
    if (x.dtype === 'string' || x.dtype === 'complex64') return undefined;
    const [begin, size] = tf.slice_util.parseSliceParams(x, attributes.begin, attributes.size) as [
      begin: number[],
      size: number[],
    ];
    const y = heap.output(size, x.dtype);
    const elementBytes = tf.util.bytesPerElement(x.dtype);
    const from = heap.address(x);
    let to = heap.address(y);

    // From `inner` on the axes are whole, so all below lies together.
    let inner = size.length - 1;
    while (inner > 0 && size[inner] === x.shape[inner]) inner--;
    const strides = [...tf.util.computeStrides(x.shape), 1];
    const runBytes = tf.util.sizeFromShape(size.slice(Math.max(0, inner))) * elementBytes;
    const runs = runBytes === 0 ? 0 : tf.util.sizeFromShape(size.slice(0, Math.max(0, inner)));
    const place = [...begin];
    for (let run = 0; run < runs; run++, to += runBytes) {
      const offset = place.reduce((sum, at, axis) => sum + at * strides[axis]!, 0);
      heap.copy(from + offset * elementBytes, to, runBytes);
      // The next run: count up the outer axes, the last of them fastest.
      for (let axis = inner - 1; axis >= 0; axis--) {
        if (++place[axis]! < begin[axis]! + size[axis]!) break;
        place[axis] = begin[axis]!;
      }
    }
    return y;
  },
);
