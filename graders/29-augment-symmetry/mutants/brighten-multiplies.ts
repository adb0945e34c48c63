/**
 * Rejected by: brighter and darker
 * Plausible slip: multiplied, so that what is dark stays dark.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function brighten(image: Image, amount: number): number[][] {
  return image.map((pixels) => pixels.map((value) => Math.min(1, value * (1 + amount))));
}
