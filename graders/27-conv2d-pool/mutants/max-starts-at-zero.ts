/**
 * Rejected by: pools of two
 * Plausible slip: the search for the largest begins at 0, which is larger than any negative number.
 */
import { maxPool as honest, type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function maxPool(image: Image, size: number, stride = size): number[][][] {
  return honest(image, size, stride).map((line) =>
    line.map((pixel) => pixel.map((value) => Math.max(0, value))),
  );
}
