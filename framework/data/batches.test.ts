import * as tf from '#tensorflow';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { batches, type BatchEncoding } from './batches.ts';
import type { PreparedPart } from './prepared-data.ts';

const partOf = (rows: number, width: number, targets: PreparedPart['targets']): PreparedPart => ({
  name: 'train',
  rows,
  sourceRows: Int32Array.from({ length: rows }, (_, row) => row),
  features: Float32Array.from({ length: rows * width }, (_, index) => index),
  targets,
});

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('batches', () => {
  it('gather every row once, in the order asked for, the last batch smaller', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, width, batchSize) => {
          const part = partOf(
            rows,
            width,
            Int32Array.from({ length: rows }, (_, row) => row % 3),
          );
          const order = Int32Array.from({ length: rows }, (_, row) => (row * 7 + 3) % rows).toSorted(
            (a, b) => b - a,
          );
          const seen: number[] = [];
          const sizes: number[] = [];
          for (const batch of batches(part, {
            batchSize,
            order,
            inputShape: [width],
            encoding: 'classIndex',
            outputs: 3,
          })) {
            sizes.push(batch.rows);
            expect(batch.features.shape).toEqual([batch.rows, width]);
            const values = batch.features.dataSync();
            const targets = batch.targets.dataSync();
            for (let row = 0; row < batch.rows; row++) {
              const index = values[row * width]! / width;
              expect(values[row * width + width - 1]).toBe(index * width + width - 1);
              expect(targets[row]).toBe(index % 3);
              seen.push(index);
            }
          }
          expect(seen).toEqual([...order]);
          expect(sizes.slice(0, -1).every((size) => size === batchSize)).toBe(true);
        },
      ),
      { seed: 10, numRuns: 50 },
    );
  });

  const targetsOf = (encoding: BatchEncoding, targets: PreparedPart['targets'], outputs: number) => {
    const part = partOf(3, 1, targets);
    const options = { batchSize: 8, order: Int32Array.of(2, 0, 1), inputShape: [1], encoding, outputs };
    const [first] = [...batches(part, options)].map(() => undefined);
    expect(first).toBeUndefined();
    for (const batch of batches(part, options)) {
      return { shape: batch.targets.shape, dtype: batch.targets.dtype, values: batch.targets.arraySync() };
    }
    throw new Error('no batch');
  };

  it('encode targets as the loss wants them', () => {
    const classes = Int32Array.of(0, 1, 2);
    expect(targetsOf('oneHot', classes, 3)).toEqual({
      shape: [3, 3],
      dtype: 'float32',
      values: [
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
    });
    expect(targetsOf('classIndex', classes, 3)).toEqual({ shape: [3], dtype: 'int32', values: [2, 0, 1] });
    expect(targetsOf('binary', Int32Array.of(0, 1, 1), 2)).toEqual({
      shape: [3, 1],
      dtype: 'float32',
      values: [[1], [0], [1]],
    });
    expect(targetsOf('numbers', Float32Array.of(1, 2, 3, 4, 5, 6), 2)).toEqual({
      shape: [3, 2],
      dtype: 'float32',
      values: [
        [5, 6],
        [1, 2],
        [3, 4],
      ],
    });
  });

  it('forget the targets of the batch before', () => {
    const part = partOf(4, 1, Int32Array.of(0, 1, 2, 0));
    const options = {
      batchSize: 2,
      order: Int32Array.of(0, 1, 2, 3),
      inputShape: [1],
      encoding: 'oneHot' as const,
      outputs: 3,
    };
    const seen: unknown[] = [];
    for (const { targets } of batches(part, options)) seen.push(targets.arraySync());
    expect(seen).toEqual([
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      [
        [0, 0, 1],
        [1, 0, 0],
      ],
    ]);
  });

  it('leave no tensor behind, also when the loop breaks off', () => {
    const part = partOf(10, 2, Int32Array.from({ length: 10 }));
    const options = {
      batchSize: 3,
      order: Int32Array.from({ length: 10 }, (_, row) => row),
      inputShape: [2],
      encoding: 'oneHot' as const,
      outputs: 2,
    };
    const before = tf.memory().numTensors;
    for (const batch of batches(part, options))
      expect(tf.memory().numTensors).toBe(before + (batch.rows > 0 ? 2 : 0));
    for (const batch of batches(part, options)) if (batch.rows === 3) break;
    expect(tf.memory().numTensors).toBe(before);
  });

  it('keep the shape of images', () => {
    const part = partOf(2, 12, Int32Array.of(0, 1));
    const options = {
      batchSize: 2,
      order: Int32Array.of(1, 0),
      inputShape: [2, 3, 2],
      encoding: 'classIndex' as const,
      outputs: 2,
    };
    for (const { features } of batches(part, options)) {
      expect(features.shape).toEqual([2, 2, 3, 2]);
      expect(features.dataSync()[0]).toBe(12);
    }
  });
});
