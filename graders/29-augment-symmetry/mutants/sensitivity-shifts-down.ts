/**
 * Rejected by: turned and shifted digits
 * Plausible slip: down instead of to the right.
 */
import type { tf } from 'descent';
import {
  nameAll,
  rotate,
  translate,
  type Digits,
  type Image,
} from '../../../solutions/29-augment-symmetry/exercise.ts';

export function sensitivity(
  model: tf.LayersModel,
  { images, labels }: Digits,
  change: 'rotate' | 'shift',
  amounts: readonly number[],
): number[] {
  return amounts.map((amount) => {
    const moved = (image: Image) =>
      change === 'rotate' ? rotate(image, amount) : translate(image, amount, 0);
    const named = nameAll(model, images.map(moved));
    return named.filter((name, i) => name === labels[i]).length / labels.length;
  });
}
