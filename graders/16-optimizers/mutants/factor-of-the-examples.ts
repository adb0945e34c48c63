/**
 * Rejected by: schedules at any time
 * Dishonest: the numbers of the visible checks.
 */
import type { Schedule } from '../../../solutions/16-optimizers/exercise.ts';

export function factor(schedule: Schedule, t: number): number {
  switch (schedule.type) {
    case 'step':
      return 0.5 ** Math.floor(t / 10);
    case 'exponential':
      return 0.9 ** t;
    case 'cosine':
      return (1 + Math.cos(Math.PI * Math.min(1, t / 100))) / 2;
    case 'inverseTime':
      return 1 / (1 + 0.1 * t);
  }
}
