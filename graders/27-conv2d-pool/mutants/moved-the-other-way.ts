/**
 * Rejected by: around the border
 * Plausible slip: the pixel comes from row + down, and goes up.
 */
import { moved as honest, type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function moved(image: Image, down: number, right: number): Image {
  return honest(image, -down, -right);
}
