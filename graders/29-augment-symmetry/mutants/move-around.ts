/**
 * Rejected by: nine pixels, moved
 * Plausible slip: what leaves on one side comes in on the other.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function translate(image: Image, down: number, right: number): number[][] {
  const [rows, columns] = [image.length, image[0]!.length];
  return image.map((pixels, row) =>
    pixels.map((_, column) => image[(row - down + rows) % rows]![(column - right + columns) % columns]!),
  );
}
