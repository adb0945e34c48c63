/**
 * Rejected by: the learning rate of four epochs
 * Plausible slip: the exponent is not rounded.
 */
import { type Decay } from '../../../solutions/25-regularize/exercise.ts';

export function lrSchedule(lr: number, epoch: number, { factor, every }: Decay): number {
  return lr * factor ** (epoch / every);
}
