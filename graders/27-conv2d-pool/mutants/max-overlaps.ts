/**
 * Rejected by: pools of two
 * Plausible slip: the windows move by one pixel unless something else is said.
 */
import { maxPool as honest, type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function maxPool(image: Image, size: number, stride = 1): number[][][] {
  return honest(image, size, stride);
}
