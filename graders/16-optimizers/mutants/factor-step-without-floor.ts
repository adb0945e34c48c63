/**
 * Rejected by: rates that fall by steps and by powers
 * The steps are smoothed away.
 */
import { factor as right, type Schedule } from '../../../solutions/16-optimizers/exercise.ts';

export function factor(schedule: Schedule, t: number): number {
  return schedule.type === 'step' ? schedule.decay ** (t / schedule.every) : right(schedule, t);
}
