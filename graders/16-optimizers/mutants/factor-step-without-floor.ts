/**
 * Rejected by: rates that fall by steps and by powers
 * The steps are smoothed away.
 */
import type { Schedule } from '../../../solutions/16-optimizers/exercise.ts';

export function factor(schedule: Schedule, t: number): number {
  switch (schedule.type) {
    case 'step':
      return schedule.decay ** (t / schedule.every);
    case 'exponential':
      return schedule.decay ** t;
    case 'cosine':
      return (1 + Math.cos(Math.PI * Math.min(1, t / schedule.steps))) / 2;
    case 'inverseTime':
      return 1 / (1 + schedule.decay * t);
  }
}
