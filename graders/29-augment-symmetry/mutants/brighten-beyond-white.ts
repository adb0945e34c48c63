/**
 * Rejected by: brighter and darker
 * Plausible slip: brighter than white.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function brighten(image: Image, amount: number): number[][] {
  return image.map((pixels) => pixels.map((value) => value + amount));
}
