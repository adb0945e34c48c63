/**
 * Rejected by: who is taken for whom
 * Plausible slip: what is right is not counted.
 */
import type { tf } from 'descent';
import { nameAll, type Digits } from '../../../solutions/29-augment-symmetry/exercise.ts';

export function confusion(model: tf.LayersModel, { images, labels }: Digits): number[][] {
  const counts = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 0));
  nameAll(model, images).forEach((name, i) => {
    if (name !== labels[i]) counts[labels[i]!]![name]!++;
  });
  return counts;
}
