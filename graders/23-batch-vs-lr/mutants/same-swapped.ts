/**
 * Rejected by: learning rates with the same steps
 * Plausible slip: multiplied where it should be divided.
 */
import { type Reduction } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function sameSteps(lr: number, batch: number, from: Reduction): number {
  return from === 'mean' ? lr * batch : lr / batch;
}
