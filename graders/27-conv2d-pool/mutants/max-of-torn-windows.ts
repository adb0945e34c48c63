/**
 * Rejected by: pools of any size
 * Plausible slip: what is left over at the border makes a window, too.
 */
import { type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function maxPool(image: Image, size: number, stride = size): number[][][] {
  const rows = Math.ceil(image.length / stride);
  const columns = Math.ceil(image[0]!.length / stride);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const lines = image.slice(row * stride, row * stride + size);
      const pixels = lines.flatMap((line) => line.slice(column * stride, column * stride + size));
      return pixels[0]!.map((_, channel) => Math.max(...pixels.map((pixel) => pixel[channel]!)));
    }),
  );
}
