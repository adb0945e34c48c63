/**
 * Rejected by: one batch by heart
 * A single step.
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
  for (let step = 0; step < Math.min(1, options.steps); step++) {
    trainOneEpoch(model, optimizer, batch, places, places.length);
  }
  optimizer.dispose();
  return validate(model, batch, places.length).loss;
}
