/**
 * Rejected by: brightness of any image
 * Plausible slip: only bright pixels are changed.
 */
import type { Image } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function brighten(image: Image, amount: number): number[][] {
  return image.map((pixels) =>
    pixels.map((value) => (value < 0.15 ? value : Math.min(1, Math.max(0, value + amount)))),
  );
}
