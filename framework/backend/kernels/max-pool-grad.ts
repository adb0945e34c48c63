import * as tf from '#tensorflow';
import { floatsOf, wasmKernel, zeros } from './wasm-kernel.ts';

/**
 * The gradient of maximum pooling: each output's gradient goes to the first largest pixel of its window.
 *
 * Replaces a stock kernel that loses gradients: with TensorFlow.js 4.22 a pool of 2 over two rows of 9 pixels
 * gives the last window of the second row 0, and 28×28 images fare no better. Needed by maxPooling1d and 2d.
 */
export const maxPoolGrad = wasmKernel<{ inputs: tf.MaxPoolGradInputs; attributes: tf.MaxPoolGradAttrs }>(
  tf.MaxPoolGrad,
  ({ dy, input }, { filterSize, strides, pad, dimRoundingMode }, backend) => {
    const info = tf.backend_util.computePool2DInfo(
      input.shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const { inHeight, inWidth, inChannels } = info;
    const output = zeros(backend, input.shape);
    const sums = floatsOf(backend, output);
    const pixels = floatsOf(backend, input);
    const gradient = floatsOf(backend, dy);

    let source = 0;
    for (let image = 0; image < info.batchSize; image++) {
      for (let outRow = 0; outRow < info.outHeight; outRow++) {
        const top = outRow * info.strideHeight - info.padInfo.top;
        const fromRow = Math.max(0, top);
        const toRow = Math.min(inHeight, top + info.filterHeight);
        for (let outColumn = 0; outColumn < info.outWidth; outColumn++) {
          const left = outColumn * info.strideWidth - info.padInfo.left;
          const fromColumn = Math.max(0, left);
          const toColumn = Math.min(inWidth, left + info.filterWidth);
          for (let channel = 0; channel < inChannels; channel++) {
            let largest = -Infinity;
            let place = -1;
            for (let row = fromRow; row < toRow; row++) {
              const rowStart = (image * inHeight + row) * inWidth;
              for (let column = fromColumn; column < toColumn; column++) {
                const candidate = (rowStart + column) * inChannels + channel;
                if (pixels[candidate]! > largest) {
                  largest = pixels[candidate]!;
                  place = candidate;
                }
              }
            }
            // A window of NaN alone has no largest pixel.
            if (place >= 0) sums[place]! += gradient[source]!;
            source++;
          }
        }
      }
    }
    return output;
  },
);
