/**
 * Rejected by: a dot, moved by at most two pixels
 * Plausible slip: one draw for the whole batch.
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
  const [angle, down, right, light] = [evenly(degrees), pixels(), pixels(), evenly(brightness)];
  return images.map((image) => brighten(translate(rotate(image, angle), down, right), light));
}
