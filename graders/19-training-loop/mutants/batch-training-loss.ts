/**
 * Rejected by: the loss of the batch is true
 * The loss that the last step returned: before that step, and with dropout on.
 */
import type { tf } from 'descent';
import { type Data, trainOneEpoch, createOptimizer } from '../../../solutions/19-training-loop/exercise.ts';

export function overfitOneBatch(
  model: tf.LayersModel,
  batch: Data,
  options: { readonly steps: number; readonly learningRate: number },
): number {
  const optimizer = createOptimizer(options.learningRate);
  const places = [...batch.labels.keys()];
  let last = 0;
  for (let step = 0; step < options.steps; step++) {
    last = trainOneEpoch(model, optimizer, batch, places, places.length);
  }
  optimizer.dispose();
  return last;
}
