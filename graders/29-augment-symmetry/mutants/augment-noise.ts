/**
 * Rejected by: brighter or darker, image by image
 * Plausible slip: a draw for each pixel, which is noise, not light.
 */
import { createStream } from 'descent';
import {
  rotate,
  translate,
  type Amounts,
  type Image,
} from '../../../solutions/29-augment-symmetry/exercise.ts';

export function augmentBatch(images: readonly Image[], amounts: Amounts, seed: number): Image[] {
  const { shift = 0, rotate: degrees = 0, brightness = 0 } = amounts;
  const stream = createStream(seed);
  const evenly = (amount: number) => (2 * stream.uniform() - 1) * amount;
  const pixels = () => stream.integer(2 * shift + 1) - shift;
  return images.map((image) =>
    translate(rotate(image, evenly(degrees)), pixels(), pixels()).map((row) =>
      row.map((value) => Math.min(1, Math.max(0, value + evenly(brightness)))),
    ),
  );
}
