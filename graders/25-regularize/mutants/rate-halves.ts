/**
 * Rejected by: learning rates of any epoch
 * Dishonest: always halved, every ten epochs.
 */
import { type Decay } from '../../../solutions/25-regularize/exercise.ts';

export function lrSchedule(lr: number, epoch: number, { factor, every }: Decay): number {
  return lr * (every === 10 ? factor : 0.5) ** Math.floor(epoch / 10);
}
