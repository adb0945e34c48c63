/**
 * Rejected by: a dot, moved by at most two pixels
 * Plausible slip: never up, never to the left.
 */
import { createStream } from 'descent';
import {
  brighten,
  rotate,
  translate,
  type Amounts,
  type Image,
} from '../../../solutions/29-augment-symmetry/exercise.ts';

export function augmentBatch(images: readonly Image[], amounts: Amounts, seed: number): Image[] {
  const { shift = 0, rotate: degrees = 0, brightness = 0 } = amounts;
  const stream = createStream(seed);
  const evenly = (amount: number) => (2 * stream.uniform() - 1) * amount;
  const pixels = () => stream.integer(shift + 1);
  return images.map((image) =>
    brighten(translate(rotate(image, evenly(degrees)), pixels(), pixels()), evenly(brightness)),
  );
}
