/**
 * Rejected by: around the border
 * Plausible slip: what leaves the image is lost, and zeros come in.
 */
import { type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function moved(image: Image, down: number, right: number): Image {
  return image.map((line, row) =>
    line.map((pixel, column) => image[row - down]?.[column - right] ?? pixel.map(() => 0)),
  );
}
