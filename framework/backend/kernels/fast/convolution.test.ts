import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { geometries, tiledGeometries, type Geometry, type Shape } from './convolution-geometries.ts';
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

const kernelNamed = (name: string) => convolutionKernels.find((kernel) => kernel.name === name)!;
const [conv2d, fusedConv2d] = [kernelNamed(tf.Conv2D), kernelNamed(tf.FusedConv2D)];
const backpropFilter = kernelNamed(tf.Conv2DBackpropFilter);
const backpropInput = kernelNamed(tf.Conv2DBackpropInput);
const depthwise = kernelNamed(tf.DepthwiseConv2dNative);
const fusedDepthwise = kernelNamed(tf.FusedDepthwiseConv2D);
const depthwiseFilter = kernelNamed(tf.DepthwiseConv2dNativeBackpropFilter);
const depthwiseInput = kernelNamed(tf.DepthwiseConv2dNativeBackpropInput);

const property = (
  geometry: fc.Arbitrary<Geometry>,
  check: (geometry: Geometry, draw: fc.GeneratorValue) => Promise<void>,
) => fc.asyncProperty(geometry, fc.gen(), check);

const runs = (seed: number) => ({ seed, numRuns: 80 });

test('convolution with strides, paddings and dilations agrees with the cpu backend', async () => {
  await fc.assert(
    property(geometries({ depthwise: false, dilated: true }), async (geometry, draw) => {
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
    property(geometries({ depthwise: false, dilated: false }), async (geometry, draw) => {
      const x = draw(tensorOf, geometry.inputShape, anyFloat);
      const dy = draw(tensorOf, geometry.outputShape);
      const filter = draw(tensorOf, geometry.filterShape);
      expectClose(await onBothBackends(backpropFilter, { x, dy }, geometry), 1e-3);
      expectClose(await onBothBackends(backpropInput, { dy, filter }, geometry), 1e-4);
    }),
    runs(2),
  );
});

test('a depthwise convolution agrees with the cpu backend', async () => {
  await fc.assert(
    property(geometries({ depthwise: true, dilated: true }), async (geometry, draw) => {
      const x = draw(tensorOf, geometry.inputShape, anyFloat);
      const filter = draw(tensorOf, geometry.filterShape);
      expectClose(await onBothBackends(depthwise, { x, filter }, geometry), 1e-4);
      const bias = draw(tensorOf, [geometry.outputShape[3]]);
      const attributes = { ...geometry, activation: 'relu', leakyreluAlpha: 0 };
      expectClose(await onBothBackends(fusedDepthwise, { x, filter, bias }, attributes), 1e-4);
    }),
    runs(7),
  );
});

test('the gradients of a depthwise convolution agree with the cpu backend', async () => {
  await fc.assert(
    property(geometries({ depthwise: true, dilated: false }), async (geometry, draw) => {
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
    fc.property(geometries({ depthwise: true, dilated: true }), fc.gen(), (geometry, draw) => {
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

test('convolutions that go by tiles, and their gradients, agree with the cpu backend', async () => {
  await fc.assert(
    property(tiledGeometries(), async (geometry, draw) => {
      const x = draw(tensorOf, geometry.inputShape);
      const dy = draw(tensorOf, geometry.outputShape);
      const filter = draw(tensorOf, geometry.filterShape);
      expectClose(await onBothBackends(conv2d, { x, filter }, geometry), 2e-4);
      expectClose(await onBothBackends(backpropFilter, { x, dy }, geometry), 1e-3);
      expectClose(await onBothBackends(backpropInput, { dy, filter }, geometry), 2e-4);
    }),
    runs(6),
  );
});

test.each([
  [8, 10],
  [8, 16],
])(
  'more positions than fit at once, %i to %i channels, agree with the cpu backend',
  async (channels, out) => {
    const inputShape: Shape = [3, 40, 40, channels];
    const filterShape: Shape = [3, 3, channels, out];
    const outputShape: Shape = [3, 40, 40, out];
    const attributes = { inputShape, filterShape, strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
    const tensors = fc.tuple(tensorOf(inputShape), tensorOf(filterShape), tensorOf(outputShape));
    const [x, filter, dy] = fc.sample(tensors, { seed: 4, numRuns: 1 })[0]!;
    expectClose(await onBothBackends(conv2d, { x, filter }, attributes), 2e-4);
    expectClose(await onBothBackends(backpropFilter, { x, dy }, attributes), 2e-4);
    expectClose(await onBothBackends(backpropInput, { dy, filter }, attributes), 2e-4);
  },
);

test('leaves channels that come first to others', () => {
  const inputs = { x: tf.zeros([1, 4, 4, 2]), filter: tf.zeros([3, 3, 2, 1]) };
  const attributes = { strides: 1, pad: 'same', dataFormat: 'NCHW', dilations: 1 };
  expect(() => attempt(conv2d, inputs, attributes)).toThrow('does not take this case');
});
