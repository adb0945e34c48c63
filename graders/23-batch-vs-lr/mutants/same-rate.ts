/**
 * Rejected by: learning rates with the same steps
 * Plausible slip: as if the reduction made no difference.
 */
import { type Reduction } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function sameSteps(lr: number, batch: number, from: Reduction): number {
  return from === 'sum' ? lr * batch : lr;
}
