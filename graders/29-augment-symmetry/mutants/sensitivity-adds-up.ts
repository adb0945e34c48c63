/**
 * Rejected by: turned and shifted digits
 * Plausible slip: each amount is applied to what the last one left.
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
  let current = images;
  return amounts.map((amount) => {
    const moved = (image: Image) =>
      change === 'rotate' ? rotate(image, amount) : translate(image, 0, amount);
    const named = nameAll(model, (current = current.map(moved)));
    return named.filter((name, i) => name === labels[i]).length / labels.length;
  });
}
