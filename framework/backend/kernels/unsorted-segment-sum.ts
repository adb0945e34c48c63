import * as tf from '#tensorflow';
import { wasmKernel } from './wasm-kernel.ts';

/**
 * Sums the rows of `x` that belong to the same segment: `output[segmentIds[row]] += x[row]`. A row whose
 * segment is not among 0 … numSegments−1 is left out, as in TensorFlow. Needed by embedding and by `tf.gather`.
 *
 * Shapes: `x` `[rows, …]`, `segmentIds` `[rows]` (int32), output `[numSegments, …]`; float32 or int32.
 */
export const unsortedSegmentSum = wasmKernel<{
  inputs: tf.UnsortedSegmentSumInputs;
  attributes: tf.UnsortedSegmentSumAttrs;
}>(tf.UnsortedSegmentSum, ({ x, segmentIds }, { numSegments }, backend) => {
  const [rows] = segmentIds.shape;
  if (segmentIds.shape.length !== 1 || rows === undefined || rows !== x.shape[0]) {
    throw new Error(
      `unsortedSegmentSum needs one segment for each row of x; ` +
        `x is [${x.shape.join(', ')}], segmentIds [${segmentIds.shape.join(', ')}]`,
    );
  }
  const rowShape = x.shape.slice(1);
  const rowSize = tf.util.sizeFromShape(rowShape);
  const output = backend.makeOutput([numSegments, ...rowShape], x.dtype);
  const sums = backend.typedArrayFromHeap(output).fill(0);
  const values = backend.typedArrayFromHeap(x);
  const segments = backend.typedArrayFromHeap(segmentIds);
  for (let row = 0, source = 0; row < rows; row++) {
    const segment = segments[row]!;
    if (segment < 0 || segment >= numSegments) {
      source += rowSize;
      continue;
    }
    const end = (segment + 1) * rowSize;
    for (let target = segment * rowSize; target < end; target++) sums[target]! += values[source++]!;
  }
  return output;
});
