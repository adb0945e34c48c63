/**
 * Rejected by: learning rates with the same steps
 * Another rule of thumb, for the noise of the gradient: the root of the batch size.
 */
import { type Reduction } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function sameSteps(lr: number, batch: number, from: Reduction): number {
  return from === 'sum' ? lr * Math.sqrt(batch) : lr / Math.sqrt(batch);
}
