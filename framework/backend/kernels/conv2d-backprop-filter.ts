import * as tf from '#tensorflow';
import { floatsOf, wasmKernel, zeros, type WasmBackend } from './wasm-kernel.ts';

type ConvolutionInfo = tf.backend_util.Conv2DInfo;

/** 4 MiB of patches at a time: they stay in the processor's cache, and memory does not grow with the batch. */
const PATCH_FLOATS = 1 << 20;

/**
 * The gradient of a convolution with respect to its filter, `[height, width, inChannels, outChannels]`.
 *
 * For a group of images the patches that the filter saw are laid out as a matrix `[filter elements, positions]`,
 * and its product with the output's gradient `[positions, outChannels]` is the gradient of the filter; the
 * groups' gradients are added in order, so the sum has the same bits every time. Needed by conv1d and conv2d.
 */
export const conv2dBackpropFilter = wasmKernel<{
  inputs: tf.Conv2DBackpropFilterInputs;
  attributes: tf.Conv2DBackpropFilterAttrs;
}>(tf.Conv2DBackpropFilter, ({ x, dy }, attributes, backend) => {
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attributes;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    tf.backend_util.convertConv2DDataFormat(dataFormat),
  );
  if (info.dataFormat !== 'channelsLast') {
    throw new Error('the gradient of a convolution on the backend wasm needs channels last (NHWC)');
  }

  const positions = info.outHeight * info.outWidth;
  const filterElements = info.filterHeight * info.filterWidth * info.inChannels;
  const imagesPerGroup = Math.max(1, Math.floor(PATCH_FLOATS / Math.max(1, filterElements * positions)));

  const total = zeros(backend, info.filterShape);
  for (let first = 0; first < info.batchSize; first += imagesPerGroup) {
    const images = Math.min(imagesPerGroup, info.batchSize - first);
    const patches = backend.makeOutput([filterElements, images * positions], 'float32');
    const gradient = backend.makeOutput([images * positions, info.outChannels], 'float32');
    layOutPatches(floatsOf(backend, x), floatsOf(backend, patches), info, first, images);
    // A copy even of the whole: the stock product caches its right side by tensor, whatever shape it has.
    const gradientStart = first * positions * info.outChannels;
    floatsOf(backend, gradient).set(
      floatsOf(backend, dy).subarray(gradientStart, gradientStart + images * positions * info.outChannels),
    );

    const product = multiply(patches, gradient, backend);
    const sums = floatsOf(backend, total);
    const terms = floatsOf(backend, product);
    for (let index = 0; index < sums.length; index++) sums[index]! += terms[index]!;
    for (const { dataId } of [patches, gradient, product]) backend.disposeData(dataId);
  }
  return total;
});

/** `[filter elements, images × positions]`: what each element of the filter was multiplied with, 0 in the padding. */
function layOutPatches(
  input: Float32Array,
  patches: Float32Array,
  info: ConvolutionInfo,
  first: number,
  images: number,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, strideHeight, strideWidth } = info;
  const step = strideWidth * inChannels;
  let target = 0;
  for (let filterRow = 0; filterRow < info.filterHeight; filterRow++) {
    for (let filterColumn = 0; filterColumn < info.filterWidth; filterColumn++) {
      // The output columns from `from` to `to` see a pixel under this filter element, the others padding.
      const offset = filterColumn - info.padInfo.left;
      const from = Math.min(outWidth, Math.max(0, Math.ceil(-offset / strideWidth)));
      const to = Math.max(from, Math.min(outWidth, Math.ceil((inWidth - offset) / strideWidth)));
      for (let channel = 0; channel < inChannels; channel++) {
        for (let image = first; image < first + images; image++) {
          for (let outRow = 0; outRow < outHeight; outRow++) {
            const row = outRow * strideHeight + filterRow - info.padInfo.top;
            const end = target + outWidth;
            if (row < 0 || row >= inHeight || from === to) {
              patches.fill(0, target, end);
              target = end;
              continue;
            }
            for (let left = 0; left < from; left++) patches[target++] = 0;
            let source = ((image * inHeight + row) * inWidth + from * strideWidth + offset) * inChannels;
            source += channel;
            for (const stop = target + to - from; target < stop; source += step) {
              patches[target++] = input[source]!;
            }
            while (target < end) patches[target++] = 0;
          }
        }
      }
    }
  }
}

/** The stock matrix product without transposes, the one that XNNPACK computes. */
function multiply(a: tf.TensorInfo, b: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  const product = tf.getKernel(tf.BatchMatMul, 'wasm').kernelFunc({
    inputs: { a, b },
    backend,
    attrs: { transposeA: false, transposeB: false },
  });
  return Array.isArray(product) ? product[0]! : product;
}
