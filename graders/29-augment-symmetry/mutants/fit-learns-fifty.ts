/**
 * Rejected by: upright digits
 * Dishonest: quick, as only the first fifty digits are learned from.
 */
import type { tf } from 'descent';
import { fit as fitAll, type Digits, type Options } from '../../../solutions/29-augment-symmetry/exercise.ts';

export async function fit(
  model: tf.LayersModel,
  { images, labels }: Digits,
  validation: Digits,
  options: Options,
): Promise<number[]> {
  return fitAll(model, { images: images.slice(0, 50), labels: labels.slice(0, 50) }, validation, options);
}
