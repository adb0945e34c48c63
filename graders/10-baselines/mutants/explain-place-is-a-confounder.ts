/**
 * Rejected by: why a column tells
 * The belief to be mended: the place in the file has to do with birds.
 */
import { type Reason } from '../../../solutions/10-baselines/exercise.ts';

export function explainColumns(): Record<string, Reason> {
  return {
    island: 'confounder',
    flipper: 'measurement',
    place: 'confounder',
    ring: 'nothing',
    year: 'nothing',
  };
}
