/**
 * Rejected by: channels and biases
 * Plausible slip: the other channels are not looked at.
 */
import { type Image, type Kernel, type Options } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function conv2d(
  image: Image,
  kernel: Kernel,
  bias: readonly number[],
  options: Options = {},
): number[][][] {
  const { stride = 1, padding = 0 } = options;
  const placesOf = (length: number, size: number, step: number) =>
    Math.max(0, Math.floor((length + 2 * padding - size) / step) + 1);
  return Array.from({ length: placesOf(image.length, kernel.length, stride) }, (_, row) =>
    Array.from({ length: placesOf(image[0]!.length, kernel[0]!.length, stride) }, (_, column) =>
      bias.map((start, filter) => {
        let sum = start;
        kernel.forEach((line, i) => {
          line.forEach((weights, j) => {
            const pixel = image[row * stride + i - padding]?.[column * stride + j - padding];
            sum += (pixel?.[0] ?? 0) * weights[0]![filter]!;
          });
        });
        return sum;
      }),
    ),
  );
}
