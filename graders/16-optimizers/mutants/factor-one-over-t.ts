/**
 * Rejected by: rates that fall by a cosine and by 1/t
 * 1 / (decay · t), which is infinite at the start.
 */
import { factor as right, type Schedule } from '../../../solutions/16-optimizers/exercise.ts';

export function factor(schedule: Schedule, t: number): number {
  return schedule.type === 'inverseTime' ? 1 / (schedule.decay * t) : right(schedule, t);
}
