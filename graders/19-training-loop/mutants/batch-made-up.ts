/**
 * Rejected by: the loss of the batch is true
 * Dishonest: learned by heart, it says.
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
  for (let step = 0; step < options.steps; step++) {
    trainOneEpoch(model, optimizer, batch, places, places.length);
  }
  optimizer.dispose();
  return 0;
}
