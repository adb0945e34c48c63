import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import type { KernelMachine } from './fast-kernel.ts';
import { anyFloat, attempt, expectClose, finite, onBothBackends, startFastKernels, tensorOf, type Values } from './on-both-backends.ts'; // prettier-ignore
import { reductionKernels } from './reduction.ts';

let machine: KernelMachine;
beforeAll(async () => {
  machine = await startFastKernels();
});

const kernelNamed = (name: string) => reductionKernels.find((kernel) => kernel.name === name)!;
const size = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(16, 33));

test('sums over the first and over the last axes agree with the cpu backend', async () => {
  const cases = fc.array(size, { maxLength: 3 }).chain((shape) =>
    fc.record({
      x: tensorOf(shape, anyFloat),
      count: fc.integer({ min: 0, max: shape.length }),
      fromFirst: fc.boolean(),
      keepDims: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ x, count, fromFirst, keepDims }) => {
      const axes = x.shape.map((_, at) => at);
      // An empty list of axes means all of them.
      const axis = fromFirst ? axes.slice(0, count) : axes.slice(axes.length - count);
      fc.pre(axis.length > 0 || x.shape.length === 0);
      expectClose(await onBothBackends(kernelNamed(tf.Sum), { x }, { axis, keepDims }), 1e-4);
    }),
    { seed: 1, numRuns: 120 },
  );
});

test('a long sum loses little to rounding', () => {
  tf.tidy(() => {
    const x = tf.fill([100_000, 3], 0.1);
    const sums = attempt(kernelNamed(tf.Sum), { x }, { axis: [0], keepDims: false }).dataSync();
    for (const sum of sums) expect(Math.abs(sum / 10_000 - 1)).toBeLessThan(5e-6);
    const all = attempt(kernelNamed(tf.Sum), { x }, { axis: [0, 1], keepDims: false }).dataSync();
    expect(Math.abs(all[0]! / 30_000 - 1)).toBeLessThan(5e-6);
  });
});

test('leaves sums over axes in the middle, and of whole numbers, to others', () => {
  const call = (x: tf.Tensor, axis: number[]) => () =>
    attempt(kernelNamed(tf.Sum), { x }, { axis, keepDims: false });
  expect(call(tf.zeros([2, 3, 4]), [1])).toThrow('does not take this case');
  expect(call(tf.zeros([2, 3], 'int32'), [0])).toThrow('does not take this case');
});

test('sums of segments agree with the cpu backend, with segments that do not exist', async () => {
  const cases = fc.tuple(size, size, fc.integer({ min: 1, max: 5 })).chain(([rows, columns, numSegments]) =>
    fc.record({
      x: tensorOf([rows, columns], finite),
      segments: fc.array(fc.integer({ min: -1, max: numSegments }), { minLength: rows, maxLength: rows }),
      numSegments: fc.constant(numSegments),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ x, segments, numSegments }) => {
      const segmentIds: Values = { shape: [segments.length], values: segments, dtype: 'int32' };
      const results = await onBothBackends(
        kernelNamed(tf.UnsortedSegmentSum),
        { x, segmentIds },
        { numSegments },
      );
      expectClose(results, 1e-5);
    }),
    { seed: 2, numRuns: 60 },
  );
});

test('softmax agrees with the cpu backend', async () => {
  const cases = fc
    .tuple(size, fc.integer({ min: 1, max: 13 }), fc.constantFrom(finite, anyFloat))
    .chain(([rows, columns, element]) => tensorOf([rows, columns], element));
  await fc.assert(
    fc.asyncProperty(cases, async (logits) => {
      expectClose(await onBothBackends(kernelNamed(tf.Softmax), { logits }, { dim: 1 }), 1e-6);
    }),
    { seed: 3, numRuns: 60 },
  );
});

test('softmax and cross-entropy in one agree with the operations they are made of', () => {
  const { kernels, heap } = machine;
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 9 }))
    .chain(([rows, columns]) =>
      fc.record({
        scores: tensorOf([rows, columns]),
        targets: tensorOf([rows, columns], fc.double({ min: 0, max: 1, noNaN: true })),
        weights: tensorOf([rows], fc.double({ min: 0, max: 2, noNaN: true })),
      }),
    );
  fc.assert(
    fc.property(cases, ({ scores, targets, weights }) => {
      tf.tidy(() => {
        const [rows, columns] = scores.shape as [number, number];
        const [x, t, w] = [scores, targets, weights].map(({ values, shape }) => tf.tensor([...values], shape)) as [tf.Tensor, tf.Tensor, tf.Tensor]; // prettier-ignore
        const perRow = (z: tf.Tensor) => tf.neg(tf.sum(tf.mul(t, tf.logSoftmax(z)), 1));
        const expected = tf.grad((z) => tf.mul(tf.sum(tf.mul(perRow(z), w)), 0.5))(x);
        const losses = tf.zeros([rows]);
        const gradient = tf.zeros([rows, columns]);
        const [xAt, tAt, wAt, lossesAt, gradientAt] = [x, t, w, losses, gradient].map((tensor) => heap.address(tensor)) as [number, number, number, number, number]; // prettier-ignore
        kernels.softmaxCrossEntropy(xAt, tAt, wAt, rows, columns, 0.5, lossesAt, gradientAt);
        expectClose({ expected: perRow(x).dataSync(), received: losses.dataSync() }, 1e-5);
        expectClose({ expected: expected.dataSync(), received: gradient.dataSync() }, 1e-5);
      });
    }),
    { seed: 4, numRuns: 60 },
  );
});
