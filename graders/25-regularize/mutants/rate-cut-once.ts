/**
 * Rejected by: the learning rate of four epochs
 * Plausible slip: only one cut.
 */
import { type Decay } from '../../../solutions/25-regularize/exercise.ts';

export function lrSchedule(lr: number, epoch: number, { factor, every }: Decay): number {
  return epoch < every ? lr : lr * factor;
}
