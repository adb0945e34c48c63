import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { convolutionKernels } from './convolution.ts';
import {
  anyFloat,
  attempt,
  expectClose,
  onBothBackends,
  startFastKernels,
  tensorOf,
} from './on-both-backends.ts';

beforeAll(async () => {
  await startFastKernels();
});

const [conv2d, fusedConv2d, backpropFilter, backpropInput, depthwiseFilter, depthwiseInput] =
  convolutionKernels as [
    (typeof convolutionKernels)[0],
    (typeof convolutionKernels)[0],
    (typeof convolutionKernels)[0],
    (typeof convolutionKernels)[0],
    (typeof convolutionKernels)[0],
    (typeof convolutionKernels)[0],
  ];

type Pair = [number, number];
type Shape = [number, number, number, number];

interface Geometry {
  inputShape: Shape;
  filterShape: Shape;
  outputShape: Shape;
  strides: Pair;
  dilations: Pair;
  pad: 'same' | 'valid' | [Pair, Pair, Pair, Pair];
  dataFormat: 'NHWC';
}

const pair = (max: number) => fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }));
const few = fc.integer({ min: 0, max: 2 });

/** Convolutions whose filter fits into the input. */
function geometries(depthwise: boolean, dilated: boolean): fc.Arbitrary<Geometry> {
  return (
    fc
      .record({
        images: fc.integer({ min: 0, max: 3 }),
        size: pair(9),
        channels: fc.integer({ min: 1, max: 6 }),
        filter: pair(4),
        out: fc.integer({ min: 1, max: depthwise ? 3 : 9 }),
        strides: pair(3),
        dilations: dilated ? pair(3) : fc.constant<Pair>([1, 1]),
        pad: fc.oneof(
          fc.constantFrom('same' as const, 'valid' as const),
          fc.tuple(few, few, few, few).map(([top, bottom, left, right]): [Pair, Pair, Pair, Pair] => [
            [0, 0],
            [top, bottom],
            [left, right],
            [0, 0],
          ]),
        ),
      })
      // TensorFlow.js has either strides or dilations.
      .filter(({ strides, dilations }) => Math.max(...strides) === 1 || Math.max(...dilations) === 1)
      .map(({ images, size, channels, filter, out, strides, dilations, pad }) => {
        const inputShape: Shape = [images, ...size, channels];
        const filterShape: Shape = [...filter, channels, out];
        const info = tf.backend_util.computeConv2DInfo(inputShape, filterShape, strides, dilations, pad, undefined, depthwise); // prettier-ignore
        const outputShape = info.outShape;
        return { inputShape, filterShape, outputShape, strides, dilations, pad, dataFormat: 'NHWC' as const };
      })
      .filter(({ outputShape }) => outputShape[1] > 0 && outputShape[2] > 0)
  );
}

const property = (
  geometry: fc.Arbitrary<Geometry>,
  check: (geometry: Geometry, draw: fc.GeneratorValue) => Promise<void>,
) => fc.asyncProperty(geometry, fc.gen(), check);

const runs = (seed: number) => ({ seed, numRuns: 80 });

test('convolution with strides, paddings and dilations agrees with the cpu backend', async () => {
  await fc.assert(
    property(geometries(false, true), async (geometry, draw) => {
      const x = draw(tensorOf, geometry.inputShape, anyFloat);
      const filter = draw(tensorOf, geometry.filterShape);
      expectClose(await onBothBackends(conv2d, { x, filter }, geometry), 1e-4);
      const bias = draw(tensorOf, [geometry.filterShape[3]]);
      const attributes = { ...geometry, activation: 'elu', leakyreluAlpha: 0 };
      expectClose(await onBothBackends(fusedConv2d, { x, filter, bias }, attributes), 1e-4);
    }),
    runs(1),
  );
});

test('the gradients of a convolution agree with the cpu backend', async () => {
  await fc.assert(
    property(geometries(false, false), async (geometry, draw) => {
      const x = draw(tensorOf, geometry.inputShape, anyFloat);
      const dy = draw(tensorOf, geometry.outputShape);
      const filter = draw(tensorOf, geometry.filterShape);
      expectClose(await onBothBackends(backpropFilter, { x, dy }, geometry), 1e-3);
      expectClose(await onBothBackends(backpropInput, { dy, filter }, geometry), 1e-4);
    }),
    runs(2),
  );
});

test('the gradients of a depthwise convolution agree with the cpu backend', async () => {
  await fc.assert(
    property(geometries(true, false), async (geometry, draw) => {
      const x = draw(tensorOf, geometry.inputShape, anyFloat);
      const dy = draw(tensorOf, geometry.outputShape);
      const filter = draw(tensorOf, geometry.filterShape);
      expectClose(await onBothBackends(depthwiseFilter, { x, dy }, geometry), 1e-3);
      expectClose(await onBothBackends(depthwiseInput, { dy, filter }, geometry), 1e-4);
    }),
    runs(3),
  );
});

test('the gradients of a dilated depthwise convolution are its adjoints', () => {
  // The cpu backend of TensorFlow.js 4.22 leaves dilations out of these gradients. The convolution y is linear in
  // x and in the filter, so that ⟨dy, y⟩ = ⟨dx, x⟩ = ⟨dw, filter⟩ for any numbers.
  fc.assert(
    fc.property(geometries(true, true), fc.gen(), (geometry, draw) => {
      tf.tidy(() => {
        const tensor = (shape: number[]) => tf.tensor([...draw(tensorOf, shape).values], shape);
        const x = tensor(geometry.inputShape);
        const dy = tensor(geometry.outputShape);
        const filter = tensor(geometry.filterShape);
        const y: tf.Tensor = tf.engine().runKernel(tf.DepthwiseConv2dNative, { x, filter }, { ...geometry });
        const dot = (a: tf.Tensor, b: tf.Tensor) => a.mul(b).sum().dataSync()[0]!;
        const expected = dot(dy, y);
        expect(dot(attempt(depthwiseInput, { dy, filter }, geometry), x)).toBeCloseTo(expected, 2);
        expect(dot(attempt(depthwiseFilter, { x, dy }, geometry), filter)).toBeCloseTo(expected, 2);
      });
    }),
    runs(5),
  );
});

test('a convolution over more positions than are laid out at once agrees with the cpu backend', async () => {
  const inputShape: Shape = [2, 20, 20, 8];
  const filterShape: Shape = [3, 3, 8, 10];
  const attributes = { inputShape, filterShape, strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
  const [x, filter, dy] = fc.sample(
    fc.tuple(tensorOf(inputShape), tensorOf(filterShape), tensorOf([2, 20, 20, 10])),
    { seed: 4, numRuns: 1 },
  )[0]!;
  expectClose(await onBothBackends(conv2d, { x, filter }, attributes), 1e-4);
  expectClose(await onBothBackends(backpropFilter, { x, dy }, attributes), 1e-4);
  expectClose(await onBothBackends(backpropInput, { dy, filter }, attributes), 1e-4);
});

test('leaves channels that come first to others', () => {
  const inputs = { x: tf.zeros([1, 4, 4, 2]), filter: tf.zeros([3, 3, 2, 1]) };
  const attributes = { strides: 1, pad: 'same', dataFormat: 'NCHW', dilations: 1 };
  expect(() => attempt(conv2d, inputs, attributes)).toThrow('does not take this case');
});
