/**
 * Rejected by: rates that fall by steps and by powers
 * Plausible slip: decay times t instead of a power.
 */
import { factor as right, type Schedule } from '../../../solutions/16-optimizers/exercise.ts';

export function factor(schedule: Schedule, t: number): number {
  return schedule.type === 'exponential' ? schedule.decay * t : right(schedule, t);
}
