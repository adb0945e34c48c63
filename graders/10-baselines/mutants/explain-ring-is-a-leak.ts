/**
 * Rejected by: why a column tells
 * The belief to be mended: the ring gives the answer away. It does for birds that were seen before, and only for them.
 */
import { type Reason } from '../../../solutions/10-baselines/exercise.ts';

export function explainColumns(): Record<string, Reason> {
  return { island: 'confounder', flipper: 'measurement', place: 'leak', ring: 'leak', year: 'nothing' };
}
