/**
 * Rejected by: a frame of zeros, and larger steps
 * Wrong padding: the pixels at the border are repeated.
 */
import { type Image, type Kernel, type Options } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function conv2d(
  image: Image,
  kernel: Kernel,
  bias: readonly number[],
  options: Options = {},
): number[][][] {
  const { stride = 1, padding = 0 } = options;
  const within = (index: number, length: number) => Math.min(length - 1, Math.max(0, index));
  const placesOf = (length: number, size: number, step: number) =>
    Math.max(0, Math.floor((length + 2 * padding - size) / step) + 1);
  return Array.from({ length: placesOf(image.length, kernel.length, stride) }, (_, row) =>
    Array.from({ length: placesOf(image[0]!.length, kernel[0]!.length, stride) }, (_, column) =>
      bias.map((start, filter) => {
        let sum = start;
        kernel.forEach((line, i) => {
          line.forEach((weights, j) => {
            const pixel =
              image[within(row * stride + i - padding, image.length)]![
                within(column * stride + j - padding, image[0]!.length)
              ]!;
            pixel.forEach((value, channel) => (sum += value * weights[channel]![filter]!));
          });
        });
        return sum;
      }),
    ),
  );
}
