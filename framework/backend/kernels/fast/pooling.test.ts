import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import {
  anyFloat,
  attempt,
  expectClose,
  onBothBackends,
  startFastKernels,
  tensorOf,
} from './on-both-backends.ts';
import { poolingKernels } from './pooling.ts';

beforeAll(async () => {
  await startFastKernels();
});

const kernelNamed = (name: string) => poolingKernels.find((kernel) => kernel.name === name)!;

type Shape = [number, number, number, number];
const pair = (max: number) => fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }));

const SQUARE: [number, number] = [2, 2];

const pools = fc
  .record({
    images: fc.integer({ min: 0, max: 3 }),
    size: pair(9),
    channels: fc.integer({ min: 1, max: 9 }),
    filterSize: pair(3),
    strides: pair(3),
    pad: fc.constantFrom('same' as const, 'valid' as const),
    square: fc.nat(2).map((number) => number === 0),
  })
  // The kernels have a way of their own for windows of 2×2 side by side.
  .map(({ square, ...pool }) =>
    square ? { ...pool, filterSize: SQUARE, strides: SQUARE, pad: 'valid' as const } : pool,
  )
  .map(({ images, size, channels, ...attributes }) => {
    const inputShape: Shape = [images, ...size, channels];
    const { filterSize, strides, pad } = attributes;
    const outputShape = tf.backend_util.computePool2DInfo(inputShape, filterSize, strides, 1, pad).outShape;
    return { inputShape, outputShape: outputShape, attributes };
  })
  .filter(({ outputShape }) => outputShape[1] > 0 && outputShape[2] > 0);

test('maximum and its gradient agree with the cpu backend', async () => {
  await fc.assert(
    fc.asyncProperty(pools, fc.gen(), async ({ inputShape, outputShape, attributes }, draw) => {
      const numbers = draw(
        tensorOf,
        inputShape,
        draw(fc.constant, fc.constantFrom(1, -1, 0.5, Infinity, -Infinity)),
      );
      expectClose(await onBothBackends(kernelNamed(tf.MaxPool), { x: numbers }, attributes), 0);
      const input = draw(tensorOf, inputShape, anyFloat);
      const dy = draw(tensorOf, outputShape);
      const output = dy;
      for (const tensor of [input, numbers]) {
        const inputs = { dy, input: tensor, output };
        expectClose(await onBothBackends(kernelNamed(tf.MaxPoolGrad), inputs, attributes), 1e-6);
      }
    }),
    { seed: 1, numRuns: 120 },
  );
});

test('mean agrees with the cpu backend, and its gradient where nothing is padded', async () => {
  await fc.assert(
    fc.asyncProperty(pools, fc.gen(), async ({ inputShape, outputShape, attributes }, draw) => {
      const x = draw(tensorOf, inputShape, anyFloat);
      expectClose(await onBothBackends(kernelNamed(tf.AvgPool), { x }, attributes), 1e-5);
      if (attributes.pad === 'same') return;
      const dy = draw(tensorOf, outputShape, anyFloat);
      expectClose(await onBothBackends(kernelNamed(tf.AvgPoolGrad), { dy, input: x }, attributes), 1e-5);
    }),
    { seed: 2, numRuns: 120 },
  );
});

test('the gradient of the mean agrees with finite differences, padding included', () => {
  fc.assert(
    fc.property(pools, fc.gen(), ({ inputShape, outputShape, attributes }, draw) => {
      const x = draw(tensorOf, inputShape);
      const dy = draw(tensorOf, outputShape);
      fc.pre(x.values.length > 0);
      const at = draw(fc.nat, x.values.length - 1);
      tf.tidy(() => {
        const input = tf.tensor([...x.values], inputShape);
        const weights = tf.tensor([...dy.values], outputShape);
        const gradient = attempt(kernelNamed(tf.AvgPoolGrad), { dy: weights, input }, attributes).dataSync();
        // The mean is linear, so a difference of one gives its gradient to rounding.
        const moved = tf.tensor(
          x.values.map((value, index) => (index === at ? value + 1 : value)),
          inputShape,
        );
        const sumAt = (place: tf.Tensor) =>
          attempt(kernelNamed(tf.AvgPool), { x: place }, attributes).mul(weights).sum().dataSync()[0]!;
        expect(gradient[at]).toBeCloseTo(sumAt(moved) - sumAt(input), 3);
      });
    }),
    { seed: 3, numRuns: 60 },
  );
});
