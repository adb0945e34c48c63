/**
 * Rejected by: quarter turns
 * Plausible slip: about the first pixel.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function rotate(image: Image, degrees: number): number[][] {
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [middleRow, middleColumn] = [0, 0];
  const at = (row: number, column: number) => image[row]?.[column] ?? 0;
  return image.map((pixels, r) =>
    pixels.map((_, c) => {
      const [y, x] = [r - middleRow, c - middleColumn];
      const row = middleRow + y * cosine + x * sine;
      const column = middleColumn + x * cosine - y * sine;
      const [top, left] = [Math.floor(row), Math.floor(column)];
      const [down, right] = [row - top, column - left];
      const above = (1 - right) * at(top, left) + right * at(top, left + 1);
      const below = (1 - right) * at(top + 1, left) + right * at(top + 1, left + 1);
      return (1 - down) * above + down * below;
    }),
  );
}
