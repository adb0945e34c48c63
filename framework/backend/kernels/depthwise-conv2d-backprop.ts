import * as tf from '#tensorflow';
import { floatsOf, wasmKernel, zeros } from './wasm-kernel.ts';

type ConvolutionInfo = tf.backend_util.Conv2DInfo;

/**
 * The gradient of a depthwise convolution with respect to its filter, `[height, width, inChannels, multiplier]`.
 * Sums are kept in double precision. Needed by depthwiseConv2d and separableConv2d.
 */
export const depthwiseConv2dBackpropFilter = wasmKernel<{
  inputs: tf.DepthwiseConv2dNativeBackpropFilterInputs;
  attributes: tf.DepthwiseConv2dNativeBackpropFilterAttrs;
}>(tf.DepthwiseConv2dNativeBackpropFilter, ({ x, dy }, attributes, backend) => {
  const info = convolutionInfo(x.shape, attributes.filterShape, attributes);
  const multiplier = info.outChannels / info.inChannels;
  const sums = new Float64Array(info.filterHeight * info.filterWidth * info.outChannels);
  const output = backend.makeOutput(info.filterShape, 'float32');
  const input = floatsOf(backend, x);
  const gradient = floatsOf(backend, dy);
  visitOverlaps(info, (inputStart, filterStart, gradientStart) => {
    for (let channel = 0, outChannel = 0; channel < info.inChannels; channel++) {
      const pixel = input[inputStart + channel]!;
      for (let copy = 0; copy < multiplier; copy++, outChannel++) {
        sums[filterStart + outChannel]! += pixel * gradient[gradientStart + outChannel]!;
      }
    }
  });
  floatsOf(backend, output).set(sums);
  return output;
});

/**
 * The gradient of a depthwise convolution with respect to its input, `[batch, height, width, inChannels]`.
 * Needed by depthwiseConv2d and separableConv2d wherever they are not the first layer.
 */
export const depthwiseConv2dBackpropInput = wasmKernel<{
  inputs: tf.DepthwiseConv2dNativeBackpropInputInputs;
  attributes: tf.DepthwiseConv2dNativeBackpropInputAttrs;
}>(tf.DepthwiseConv2dNativeBackpropInput, ({ dy, filter }, attributes, backend) => {
  const info = convolutionInfo(attributes.inputShape, filter.shape, attributes);
  const multiplier = info.outChannels / info.inChannels;
  const output = zeros(backend, info.inShape);
  const sums = floatsOf(backend, output);
  const gradient = floatsOf(backend, dy);
  const weights = floatsOf(backend, filter);
  visitOverlaps(info, (inputStart, filterStart, gradientStart) => {
    for (let channel = 0, outChannel = 0; channel < info.inChannels; channel++) {
      let sum = 0;
      for (let copy = 0; copy < multiplier; copy++, outChannel++) {
        sum += gradient[gradientStart + outChannel]! * weights[filterStart + outChannel]!;
      }
      sums[inputStart + channel]! += sum;
    }
  });
  return output;
});

function convolutionInfo(
  inputShape: readonly number[],
  filterShape: readonly number[],
  attributes: Pick<
    tf.DepthwiseConv2dNativeBackpropFilterAttrs,
    'strides' | 'dilations' | 'pad' | 'dimRoundingMode'
  >,
): ConvolutionInfo {
  const { strides, dilations, pad, dimRoundingMode } = attributes;
  return tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  );
}

/**
 * Calls `visit` wherever an element of the filter lies over a pixel of the input, padding left out, with the
 * index of the first channel there in the input, the filter and the output; always in the same order.
 */
function visitOverlaps(
  info: ConvolutionInfo,
  visit: (inputStart: number, filterStart: number, outputStart: number) => void,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, filterWidth } = info;
  for (let image = 0; image < info.batchSize; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let filterRow = 0; filterRow < info.filterHeight; filterRow++) {
        const row = outRow * info.strideHeight + filterRow * info.dilationHeight - info.padInfo.top;
        if (row < 0 || row >= inHeight) continue;
        const inputRow = (image * inHeight + row) * inWidth;
        const outputRow = (image * outHeight + outRow) * outWidth;
        for (let outColumn = 0; outColumn < outWidth; outColumn++) {
          const firstColumn = outColumn * info.strideWidth - info.padInfo.left;
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const column = firstColumn + filterColumn * info.dilationWidth;
            if (column < 0 || column >= inWidth) continue;
            visit(
              (inputRow + column) * inChannels,
              (filterRow * filterWidth + filterColumn) * outChannels,
              (outputRow + outColumn) * outChannels,
            );
          }
        }
      }
    }
  }
}
