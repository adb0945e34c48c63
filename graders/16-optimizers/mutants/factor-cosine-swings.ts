/**
 * Rejected by: rates that fall by a cosine and by 1/t
 * After its end the cosine rises again.
 */
import type { Schedule } from '../../../solutions/16-optimizers/exercise.ts';

export function factor(schedule: Schedule, t: number): number {
  switch (schedule.type) {
    case 'step':
      return schedule.decay ** Math.floor(t / schedule.every);
    case 'exponential':
      return schedule.decay ** t;
    case 'cosine':
      return (1 + Math.cos((Math.PI * t) / schedule.steps)) / 2;
    case 'inverseTime':
      return 1 / (1 + schedule.decay * t);
  }
}
