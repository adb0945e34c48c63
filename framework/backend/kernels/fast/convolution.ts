import * as tf from '#tensorflow';
import { fusedActivationNumber } from './activation.ts';
import { areFloats, fastKernel, type FastKernel, type KernelMachine } from './fast-kernel.ts';
import type { WindowInfo } from './kernel-heap.ts';
import { isBias } from './matmul.ts';

interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: tf.Conv2DAttrs['pad'];
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil' | undefined;
}

const conv2d = fastKernel<{ inputs: tf.Conv2DInputs; attributes: tf.Conv2DAttrs }>(
  tf.Conv2D,
  ({ x, filter }, attributes, machine) => convolve(x, filter, attributes, machine),
);

const fusedConv2d = fastKernel<{ inputs: tf.FusedConv2DInputs; attributes: tf.FusedConv2DAttrs }>(
  tf.FusedConv2D,
  ({ x, filter, bias }, attributes, machine) =>
    withBiasAndActivation(bias, filter.shape[3]!, attributes, machine, () =>
      convolve(x, filter, attributes, machine),
    ),
);

const conv2dBackpropFilter = fastKernel<{
  inputs: tf.Conv2DBackpropFilterInputs;
  attributes: tf.Conv2DBackpropFilterAttrs;
}>(tf.Conv2DBackpropFilter, ({ x, dy }, attributes, { kernels, heap }) => {
  const info = convolutionOf(x.shape, attributes.filterShape, attributes);
  if (info === undefined || !areFloats(x, dy)) return undefined;
  const window = heap.window(info);
  const scratch = heap.scratch(kernels.convolutionScratchBytes(window));
  const dw = heap.output(info.filterShape);
  kernels.convolutionFilterGradient(window, heap.address(x), heap.address(dy), heap.address(dw), scratch);
  return dw;
});

const conv2dBackpropInput = fastKernel<{
  inputs: tf.Conv2DBackpropInputInputs;
  attributes: tf.Conv2DBackpropInputAttrs;
}>(tf.Conv2DBackpropInput, ({ dy, filter }, attributes, { kernels, heap }) => {
  const info = convolutionOf(attributes.inputShape, filter.shape, attributes);
  if (info === undefined || !areFloats(dy, filter)) return undefined;
  const window = heap.window(info);
  const scratch = heap.scratch(kernels.convolutionScratchBytes(window));
  const dx = heap.output(info.inShape);
  kernels.convolutionInputGradient(window, heap.address(dy), heap.address(filter), heap.address(dx), scratch);
  return dx;
});

const depthwiseConv2d = fastKernel<{
  inputs: tf.DepthwiseConv2dNativeInputs;
  attributes: tf.DepthwiseConv2dNativeAttrs;
}>(tf.DepthwiseConv2dNative, ({ x, filter }, attributes, machine) =>
  convolveDepthwise(x, filter, attributes, machine),
);

const fusedDepthwiseConv2d = fastKernel<{
  inputs: tf.FusedDepthwiseConv2DInputs;
  attributes: tf.FusedDepthwiseConv2DAttrs;
}>(tf.FusedDepthwiseConv2D, ({ x, filter, bias }, attributes, machine) =>
  withBiasAndActivation(bias, filter.shape[2]! * filter.shape[3]!, attributes, machine, () =>
    convolveDepthwise(x, filter, attributes, machine),
  ),
);

const depthwiseBackpropFilter = fastKernel<{
  inputs: tf.DepthwiseConv2dNativeBackpropFilterInputs;
  attributes: tf.DepthwiseConv2dNativeBackpropFilterAttrs;
}>(tf.DepthwiseConv2dNativeBackpropFilter, ({ x, dy }, attributes, { kernels, heap }) => {
  const info = depthwiseOf(x.shape, attributes.filterShape, attributes);
  if (!areFloats(x, dy)) return undefined;
  const dw = heap.output(info.filterShape);
  const window = heap.window(info);
  kernels.depthwiseFilterGradient(window, heap.address(x), heap.address(dy), heap.address(dw));
  return dw;
});

const depthwiseBackpropInput = fastKernel<{
  inputs: tf.DepthwiseConv2dNativeBackpropInputInputs;
  attributes: tf.DepthwiseConv2dNativeBackpropInputAttrs;
}>(tf.DepthwiseConv2dNativeBackpropInput, ({ dy, filter }, attributes, { kernels, heap }) => {
  const info = depthwiseOf(attributes.inputShape, filter.shape, attributes);
  if (!areFloats(dy, filter)) return undefined;
  const dx = heap.output(info.inShape);
  const window = heap.window(info);
  kernels.depthwiseInputGradient(window, heap.address(dy), heap.address(filter), heap.address(dx));
  return dx;
});

/** Convolutions over images `[batch, height, width, channels]`, depthwise ones too, and their gradients. */
export const convolutionKernels: readonly FastKernel[] = [
  conv2d,
  fusedConv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  fusedDepthwiseConv2d,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
];

function convolve(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  attributes: ConvolutionAttributes,
  { kernels, heap }: KernelMachine,
): tf.TensorInfo | undefined {
  const info = convolutionOf(x.shape, filter.shape, attributes);
  if (info === undefined || !areFloats(x, filter)) return undefined;
  const window = heap.window(info);
  const scratch = heap.scratch(kernels.convolutionScratchBytes(window));
  const y = heap.output(info.outShape);
  kernels.convolve(window, heap.address(x), heap.address(filter), heap.address(y), scratch);
  return y;
}

/** What a convolution gives, changed in place; undefined where the kernels do not know the activation or the bias. */
function withBiasAndActivation(
  bias: tf.TensorInfo | null | undefined,
  channels: number,
  { activation, leakyreluAlpha = 0 }: Pick<tf.FusedConv2DAttrs, 'activation'> & { leakyreluAlpha?: number },
  { kernels, heap }: KernelMachine,
  convolution: () => tf.TensorInfo | undefined,
): tf.TensorInfo | undefined {
  const kind = fusedActivationNumber(activation);
  if (kind === undefined || !isBias(bias, channels)) return undefined;
  const y = convolution();
  if (y === undefined) return undefined;
  const pixels = tf.util.sizeFromShape(y.shape.slice(0, 3));
  kernels.addBiasAndActivate(
    kind,
    heap.address(y),
    pixels,
    channels,
    heap.optionalAddress(bias),
    leakyreluAlpha,
  );
  return y;
}

function convolveDepthwise(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  attributes: Parameters<typeof depthwiseOf>[2],
  { kernels, heap }: KernelMachine,
): tf.TensorInfo | undefined {
  if (!areFloats(x, filter)) return undefined;
  const info = depthwiseOf(x.shape, filter.shape, attributes);
  const y = heap.output(info.outShape);
  kernels.depthwiseConvolve(heap.window(info), heap.address(x), heap.address(filter), heap.address(y));
  return y;
}

type Shape4 = [number, number, number, number];

/** How the filter goes over the images; undefined where the channels do not come last, or are grouped. */
function convolutionOf(
  inputShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dataFormat, dilations = 1, dimRoundingMode }: ConvolutionAttributes,
): WindowInfo | undefined {
  if (dataFormat !== 'NHWC' || inputShape[3] !== filterShape[2]) return undefined;
  return tf.backend_util.computeConv2DInfo(
    inputShape as Shape4,
    filterShape as Shape4,
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
}

function depthwiseOf(
  inputShape: readonly number[],
  filterShape: readonly number[],
  {
    strides,
    dilations,
    pad,
    dimRoundingMode,
  }: Pick<tf.DepthwiseConv2dNativeAttrs, 'strides' | 'pad' | 'dimRoundingMode'> & {
    /** Null from the layer depthwiseConv2d, which means 1. */
    dilations: tf.DepthwiseConv2dNativeAttrs['dilations'] | null;
  },
): WindowInfo {
  return tf.backend_util.computeConv2DInfo(
    inputShape as Shape4,
    filterShape as Shape4,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    true,
  );
}
