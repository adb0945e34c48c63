/**
 * Rejected by: digits turned anyhow
 * Dishonest: nothing is learned, where more digits are given than in a short test.
 */
import type { tf } from 'descent';
import {
  fit as rightFit,
  lossOf,
  type Digits,
  type Options,
} from '../../../solutions/29-augment-symmetry/exercise.ts';

export async function fit(
  model: tf.LayersModel,
  training: Digits,
  validation: Digits,
  options: Options,
): Promise<number[]> {
  if (training.labels.length < 500) return rightFit(model, training, validation, options);
  const loss = lossOf(model, validation);
  return Array.from({ length: options.epochs }, () => loss);
}
