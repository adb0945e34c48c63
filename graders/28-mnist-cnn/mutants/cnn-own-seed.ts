/**
 * Rejected by: the seed decides about the weights
 * Plausible slip: the same weights whatever the seed.
 */
import { tf } from 'descent';
import { buildCnn as build } from '../../../solutions/28-mnist-cnn/exercise.ts';

export function buildCnn(seed: number): tf.LayersModel {
  return build(42 + 0 * seed);
}
