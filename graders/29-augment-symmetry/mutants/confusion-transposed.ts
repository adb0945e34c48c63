/**
 * Rejected by: the confusion of three digits
 * Plausible slip: the row is what it is named.
 */
import type { tf } from 'descent';
import { nameAll, type Digits } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function confusion(model: tf.LayersModel, { images, labels }: Digits): number[][] {
  const counts = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 0));
  nameAll(model, images).forEach((name, i) => {
    counts[name]![labels[i]!]!++;
  });
  return counts;
}
