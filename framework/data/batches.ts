import * as tf from '#tensorflow';
import type { PreparedPart } from './prepared-data.ts';
import { sizeOf } from './table-rows.ts';

/** How targets are given to the loss. */
export type BatchEncoding = 'oneHot' | 'classIndex' | 'binary' | 'numbers';

export interface BatchOptions {
  readonly batchSize: number;
  /** Rows of the part in the order in which they are used; may be a selection. */
  readonly order: Int32Array;
  /** Changes the features `[...inputShape]` of a sample in place; `position` counts samples in the order from 0. */
  readonly change?: ((sample: Float32Array, position: number) => void) | undefined;
  /** Without the batch axis. */
  readonly inputShape: readonly number[];
  /**
   * `oneHot` `[batch, outputs]`, `classIndex` `[batch]` (int32), `binary` `[batch, 1]` (1 for class 1), `numbers`
   * `[batch, outputs]`.
   */
  readonly encoding: BatchEncoding;
  /** Number of classes, or of numbers predicted. */
  readonly outputs: number;
}

/** Some rows as tensors. They belong to the generator: they are disposed of when the next batch is asked for. */
export interface Batch {
  /** `[rows, ...inputShape]` */
  readonly features: tf.Tensor;
  readonly targets: tf.Tensor;
  /** `[rows]`, where the part has weights. */
  readonly weights: tf.Tensor | undefined;
  readonly rows: number;
}

/**
 * Cuts a part into batches; the last one may be smaller. The data are never copied as a whole: each batch is
 * gathered into arrays that are used again for the next.
 */
export function* batches(part: PreparedPart, options: BatchOptions): Generator<Batch, void> {
  const { order, batchSize, inputShape } = options;
  const size = sizeOf(inputShape);
  const largest = Math.min(batchSize, order.length);
  const features = new Float32Array(largest * size);
  const targets = targetBuffer(options, largest);
  const weights = part.weights && new Float32Array(largest);
  for (let start = 0; start < order.length; start += batchSize) {
    const rows = order.subarray(start, start + batchSize);
    gatherRows(part.features, size, rows, features);
    if (options.change) {
      for (let index = 0; index < rows.length; index++) {
        options.change(features.subarray(index * size, (index + 1) * size), start + index);
      }
    }
    fillTargets(part.targets, rows, options, targets);
    if (weights) gatherRows(part.weights, 1, rows, weights);
    const batch = {
      features: tf.tensor(features.subarray(0, rows.length * size), [rows.length, ...inputShape], 'float32'),
      targets: targetTensor(targets, rows.length, options),
      weights: weights && tf.tensor1d(weights.subarray(0, rows.length), 'float32'),
      rows: rows.length,
    };
    try {
      yield batch;
    } finally {
      // Also when the consumer breaks off. Some backends keep the arrays, so a batch must not outlive its turn.
      batch.features.dispose();
      batch.targets.dispose();
      batch.weights?.dispose();
    }
  }
}

/** Below this many values per row a plain loop is faster than making a view for each row. */
const SMALL_ROW = 32;

function gatherRows(
  source: ArrayLike<number> & { subarray(from: number, to: number): ArrayLike<number> },
  size: number,
  rows: Int32Array,
  into: Float32Array,
): void {
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index]! * size;
    const to = index * size;
    if (size >= SMALL_ROW) into.set(source.subarray(from, from + size), to);
    else for (let offset = 0; offset < size; offset++) into[to + offset] = source[from + offset]!;
  }
}

function targetBuffer({ encoding, outputs }: BatchOptions, rows: number): Float32Array | Int32Array {
  if (encoding === 'classIndex') return new Int32Array(rows);
  return new Float32Array(rows * (encoding === 'binary' ? 1 : outputs));
}

function fillTargets(
  source: PreparedPart['targets'],
  rows: Int32Array,
  { encoding, outputs }: BatchOptions,
  into: Float32Array | Int32Array,
): void {
  switch (encoding) {
    case 'oneHot':
      into.fill(0);
      for (let index = 0; index < rows.length; index++) into[index * outputs + source[rows[index]!]!] = 1;
      break;
    case 'classIndex':
    case 'binary':
      for (let index = 0; index < rows.length; index++) into[index] = source[rows[index]!]!;
      break;
    case 'numbers':
      for (let index = 0; index < rows.length; index++) {
        for (let output = 0; output < outputs; output++) {
          into[index * outputs + output] = source[rows[index]! * outputs + output]!;
        }
      }
  }
}

function targetTensor(
  values: Float32Array | Int32Array,
  rows: number,
  { encoding, outputs }: BatchOptions,
): tf.Tensor {
  if (encoding === 'classIndex') return tf.tensor1d(values.subarray(0, rows), 'int32');
  const width = encoding === 'binary' ? 1 : outputs;
  return tf.tensor2d(values.subarray(0, rows * width), [rows, width], 'float32');
}
