/**
 * Rejected by: moved by any distance
 * Plausible slip: as the remainder of a negative number is negative, the length is added to it, once.
 */
import { type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function moved(image: Image, down: number, right: number): Image {
  const none = image[0]![0]!.map(() => 0);
  return image.map((line, row) =>
    line.map((_, column) => {
      const from = image[(row - down + image.length) % image.length];
      return from?.[(column - right + line.length) % line.length] ?? none;
    }),
  );
}
