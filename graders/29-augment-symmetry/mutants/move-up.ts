/**
 * Rejected by: nine pixels, moved
 * Plausible slip: the wrong way around.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function translate(image: Image, down: number, right: number): number[][] {
  return image.map((pixels, row) => pixels.map((_, column) => image[row + down]?.[column + right] ?? 0));
}
