/**
 * Rejected by: nothing to change
 * Every second image is mirrored. A mirrored 2 is no 2.
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
  const pixels = () => stream.integer(2 * shift + 1) - shift;
  return images.map((image) => {
    const own = stream.uniform() < 0.5 ? image : image.map((row) => [...row].reverse());
    return brighten(translate(rotate(own, evenly(degrees)), pixels(), pixels()), evenly(brightness));
  });
}
