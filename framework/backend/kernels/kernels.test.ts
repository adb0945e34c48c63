import * as fc from 'fast-check';
import * as tf from '#tensorflow';
import { beforeAll, describe, expect, test } from 'vitest';
import { wasm } from '../wasm.ts';
import { registerTrainingKernels, trainingKernels } from './register.ts';

// Without the WebAssembly modules, as where those do not start.
beforeAll(async () => {
  await wasm.load({ project: '.', softwareGpu: false });
  await tf.setBackend('wasm');
});

/** The output of a kernel on a backend, and how many tensors the backend held more afterwards. */
async function run(
  backend: 'wasm' | 'cpu',
  kernel: string,
  inputs: Record<string, { values: Float32Array | Int32Array; shape: number[] }>,
  attributes: object,
): Promise<{ shape: number[]; dtype: string; values: Float32Array; leaked: number }> {
  await tf.setBackend(backend);
  const tensors = Object.fromEntries(
    Object.entries(inputs).map(([name, { values, shape }]) => [
      name,
      tf.tensor(values, shape, values instanceof Int32Array ? 'int32' : 'float32'),
    ]),
  );
  // What the next tensors find in their memory, should a kernel leave an element unwritten.
  tf.fill([4096], NaN).dispose();
  const before = tf.engine().backend.numDataIds();
  const output = tf.engine().runKernel<tf.Tensor>(kernel, tensors, attributes as tf.NamedAttrMap);
  const values = Float32Array.from(await output.data());
  const { shape, dtype } = output;
  output.dispose();
  const leaked = tf.engine().backend.numDataIds() - before;
  tf.dispose(tensors);
  return { shape, dtype, values, leaked };
}

/** Runs a kernel on both backends and compares; sums of up to a few hundred products of normal numbers. */
async function expectSameOnCpu(...call: [Parameters<typeof run>[1], Parameters<typeof run>[2], object]) {
  const expected = await run('cpu', ...call);
  const received = await run('wasm', ...call);
  expect(received.leaked).toBe(0);
  expect(received.shape).toEqual(expected.shape);
  expect(received.dtype).toBe(expected.dtype);
  received.values.forEach((value, index) => {
    expect(value).toBeCloseTo(expected.values[index]!, 4);
  });
}

function normals(shape: readonly number[], seed: number): { values: Float32Array; shape: number[] } {
  // TensorFlow.js takes 0 for "no seed".
  const values = tf.tidy(() => tf.randomNormal([...shape], 0, 1, 'float32', seed + 1).dataSync());
  return { values: Float32Array.from(values), shape: [...shape] };
}

const side = fc.integer({ min: 1, max: 3 });
type Pair = [number, number];
/** Padding before and after each axis. One number for all is no choice: TensorFlow.js takes it for square filters only. */
const explicitPadding = fc
  .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2))
  .map(([top, bottom, left, right]): [Pair, Pair, Pair, Pair] => [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
/** Convolutions whose output has at least one position. */
const convolutions = fc
  .record({
    batch: side,
    height: fc.integer({ min: 3, max: 8 }),
    width: fc.integer({ min: 3, max: 8 }),
    channels: side,
    out: side,
    filter: fc.tuple(side, side),
    strides: fc.tuple(side, side),
    dilations: fc.tuple(side, side),
    pad: fc.oneof(fc.constantFrom('same' as const, 'valid' as const), explicitPadding),
    seed: fc.nat(),
  })
  .filter(
    ({ height, width, filter, dilations }) =>
      (filter[0] - 1) * dilations[0] < height && (filter[1] - 1) * dilations[1] < width,
  );

/** Random tensors of a depthwise convolution. */
function depthwise(drawn: typeof convolutions extends fc.Arbitrary<infer Drawn> ? Drawn : never) {
  const { strides, dilations, pad, seed } = drawn;
  const x = normals([drawn.batch, drawn.height, drawn.width, drawn.channels], seed);
  const filter = normals([...drawn.filter, drawn.channels, drawn.out], seed + 1);
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    undefined,
    true,
  );
  return { x, filter, dy: normals(info.outShape, seed + 2), attributes: { strides, dilations, pad } };
}

const options = { seed: 7, numRuns: 60 };

describe('a gradient kernel of ours gives what the cpu backend gives', () => {
  test('Conv2DBackpropFilter', async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, async ({ batch, height, width, channels, out, filter, ...rest }) => {
        const xShape: [number, number, number, number] = [batch, height, width, channels];
        const filterShape: [number, number, number, number] = [...filter, channels, out];
        const attributes = { strides: rest.strides, pad: rest.pad, dataFormat: 'NHWC', filterShape };
        const info = tf.backend_util.computeConv2DInfo(xShape, filterShape, rest.strides, 1, rest.pad);
        const dy = normals(info.outShape, rest.seed + 1);
        await expectSameOnCpu('Conv2DBackpropFilter', { x: normals(xShape, rest.seed), dy }, attributes);
      }),
      options,
    );
  });

  test('Conv2DBackpropFilter where the patches take several groups of images', async () => {
    const [x, dy] = [normals([3, 80, 80, 8], 1), normals([3, 80, 80, 2], 2)];
    const attributes = { strides: 1, pad: 'same', dataFormat: 'NHWC', filterShape: [3, 3, 8, 2] };
    const expected = await run('cpu', 'Conv2DBackpropFilter', { x, dy }, attributes);
    const received = await run('wasm', 'Conv2DBackpropFilter', { x, dy }, attributes);
    // 19,200 products of normal numbers: a sum of size 140, float32 rounding of about 1e-3.
    received.values.forEach((value, index) => {
      expect(Math.abs(value - expected.values[index]!)).toBeLessThan(2e-3);
    });
    expect(received.leaked).toBe(0);
  });

  test('DepthwiseConv2dNativeBackpropFilter and …BackpropInput', async () => {
    await fc.assert(
      fc.asyncProperty(convolutions, async (drawn) => {
        const { x, dy, filter, attributes } = depthwise({ ...drawn, dilations: [1, 1] });
        await expectSameOnCpu(
          'DepthwiseConv2dNativeBackpropFilter',
          { x, dy },
          { ...attributes, filterShape: filter.shape },
        );
        await expectSameOnCpu(
          'DepthwiseConv2dNativeBackpropInput',
          { dy, filter },
          { ...attributes, inputShape: x.shape },
        );
      }),
      options,
    );
  });

  test.each(['MaxPoolGrad', 'AvgPoolGrad'])('%s', async (kernel) => {
    await fc.assert(
      fc.asyncProperty(convolutions, async ({ batch, height, width, channels, ...rest }) => {
        const shape: [number, number, number, number] = [batch, height, width, channels];
        // Explicit padding may make windows of padding alone, which are no pooling.
        const pad = rest.pad === 'same' ? 'same' : 'valid';
        const info = tf.backend_util.computePool2DInfo(shape, rest.filter, rest.strides, 1, pad);
        const input = normals(shape, rest.seed);
        const dy = normals(info.outShape, rest.seed + 1);
        const attributes = { filterSize: rest.filter, strides: rest.strides, pad };
        // The stock kernel for the mean is right; the test guards that it stays so.
        const inputs =
          kernel === 'AvgPoolGrad'
            ? { dy, input }
            : { dy, input, output: { values: new Float32Array(dy.values.length), shape: dy.shape } };
        await expectSameOnCpu(kernel, inputs, attributes);
      }),
      options,
    );
  });

  test('UnsortedSegmentSum, with segments outside the range left out', async () => {
    const segments = fc.array(fc.integer({ min: -2, max: 6 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(segments, fc.array(side, { maxLength: 2 }), fc.nat(), async (ids, rest, seed) => {
        const x = normals([ids.length, ...rest], seed);
        const segmentIds = { values: Int32Array.from(ids), shape: [ids.length] };
        await expectSameOnCpu('UnsortedSegmentSum', { x, segmentIds }, { numSegments: 5 });
      }),
      options,
    );
  });
});

test.each(['Conv2D', 'DepthwiseConv2dNative', 'FusedConv2D', 'FusedDepthwiseConv2D'])(
  '%s is right with any stride and padding',
  async (kernel) => {
    await fc.assert(
      fc.asyncProperty(convolutions, async (drawn) => {
        const { x, filter, attributes } = depthwise({ ...drawn, dilations: [1, 1] });
        const bias = normals([drawn.channels * drawn.out], drawn.seed + 3);
        const fused = kernel.startsWith('Fused');
        if (kernel.endsWith('Conv2D') && !kernel.includes('Depthwise'))
          bias.values = bias.values.slice(0, drawn.out);
        bias.shape = [bias.values.length];
        const inputs = fused ? { x, filter, bias } : { x, filter };
        await expectSameOnCpu(kernel, inputs, {
          ...attributes,
          dataFormat: 'NHWC',
          ...(fused && { activation: 'linear' }),
        });
      }),
      options,
    );
  },
);

test('dilated depthwise gradients are adjoint to the convolution (the cpu kernels ignore dilations)', async () => {
  const inner = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  await fc.assert(
    fc.asyncProperty(convolutions, async (drawn) => {
      const { x, dy, filter, attributes } = depthwise({ ...drawn, strides: [1, 1] });
      const forward = await run('cpu', 'DepthwiseConv2dNative', { x, filter }, attributes);
      const dFilter = await run(
        'wasm',
        'DepthwiseConv2dNativeBackpropFilter',
        { x, dy },
        { ...attributes, filterShape: filter.shape },
      );
      const dx = await run(
        'wasm',
        'DepthwiseConv2dNativeBackpropInput',
        { dy, filter },
        { ...attributes, inputShape: x.shape },
      );
      const expected = inner(forward.values, dy.values);
      expect(inner(dFilter.values, filter.values)).toBeCloseTo(expected, 3);
      expect(inner(dx.values, x.values)).toBeCloseTo(expected, 3);
    }),
    options,
  );
});

test('a convolution with channels first has no gradient on wasm, and says so', async () => {
  await tf.setBackend('wasm');
  const x = tf.ones([1, 1, 3, 3]);
  const attributes = { strides: 1, pad: 'valid', dataFormat: 'NCHW', filterShape: [1, 1, 1, 1] };
  expect(() => tf.engine().runKernel('Conv2DBackpropFilter', { x, dy: x }, attributes)).toThrow(
    new Error('the gradient of a convolution on the backend wasm needs channels last (NHWC)'),
  );
  x.dispose();
});

test('segments that do not fit the rows are refused', async () => {
  await tf.setBackend('wasm');
  const x = tf.ones([3, 2]);
  const segmentIds = tf.tensor1d([0, 1], 'int32');
  expect(() => tf.engine().runKernel('UnsortedSegmentSum', { x, segmentIds }, { numSegments: 2 })).toThrow(
    new Error('unsortedSegmentSum needs one segment for each row of x; x is [3, 2], segmentIds [2]'),
  );
  tf.dispose([x, segmentIds]);
});

test('registering twice keeps one kernel of each name', () => {
  registerTrainingKernels();
  const names = tf.getKernelsForBackend('wasm').map(({ kernelName }) => kernelName);
  for (const { kernelName } of trainingKernels) {
    expect(names.filter((name) => name === kernelName)).toEqual([kernelName]);
    expect(tf.getKernel(kernelName, 'wasm')).toBe(
      trainingKernels.find((kernel) => kernel.kernelName === kernelName),
    );
  }
});
