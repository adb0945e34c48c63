/**
 * Rejected by: angles of both signs
 * Plausible slip: a normal distribution goes beyond the amount.
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
  const evenly = (amount: number) => stream.normal() * amount;
  const pixels = () => stream.integer(2 * shift + 1) - shift;
  return images.map((image) =>
    brighten(translate(rotate(image, evenly(degrees)), pixels(), pixels()), evenly(brightness)),
  );
}
