/**
 * Rejected by: any image, moved anywhere
 * Plausible slip: as many columns as rows.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function translate(image: Image, down: number, right: number): number[][] {
  return image.map((_pixels, row) => image.map((_row, column) => image[row - down]?.[column - right] ?? 0));
}
