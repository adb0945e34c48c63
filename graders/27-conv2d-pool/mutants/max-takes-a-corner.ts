/**
 * Rejected by: a pool tolerates one pixel
 * Plausible slip: one pixel of each window is kept, the one at the top left.
 */
import { maxPool as honest, type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function maxPool(image: Image, size: number, stride = size): number[][][] {
  return honest(image, size, stride).map((line, row) =>
    line.map((_, column) => [...image[row * stride]![column * stride]!]),
  );
}
