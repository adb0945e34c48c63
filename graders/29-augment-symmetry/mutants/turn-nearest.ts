/**
 * Rejected by: a dot, turned by 30°
 * Plausible slip: the nearest pixel instead of a mean of four.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function rotate(image: Image, degrees: number): number[][] {
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [middleRow, middleColumn] = [(image.length - 1) / 2, (image[0]!.length - 1) / 2];
  const at = (row: number, column: number) => image[row]?.[column] ?? 0;
  return image.map((pixels, r) =>
    pixels.map((_, c) => {
      const [y, x] = [r - middleRow, c - middleColumn];
      const row = middleRow + y * cosine + x * sine;
      const column = middleColumn + x * cosine - y * sine;
      return at(Math.round(row), Math.round(column));
    }),
  );
}
