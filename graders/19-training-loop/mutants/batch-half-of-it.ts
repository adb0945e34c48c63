/**
 * Rejected by: one batch by heart
 * Only the first half of the batch is learned.
 */
import type { tf } from 'descent';
import {
  type Data,
  validate,
  trainOneEpoch,
  createOptimizer,
} from '../../../solutions/19-training-loop/exercise.ts';

export function overfitOneBatch(
  model: tf.LayersModel,
  batch: Data,
  options: { readonly steps: number; readonly learningRate: number },
): number {
  const optimizer = createOptimizer(options.learningRate);
  const places = [...batch.labels.keys()];
  for (let step = 0; step < options.steps; step++) {
    trainOneEpoch(model, optimizer, batch, places.slice(0, places.length / 2), places.length);
  }
  optimizer.dispose();
  return validate(model, batch, places.length).loss;
}
