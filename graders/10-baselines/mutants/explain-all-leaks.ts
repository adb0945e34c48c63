/**
 * Rejected by: why a column tells
 * Dishonest: the same answer everywhere.
 */
import { type Reason } from '../../../solutions/10-baselines/exercise.ts';

export function explainColumns(): Record<string, Reason> {
  return { island: 'leak', flipper: 'leak', place: 'leak', ring: 'leak', year: 'leak' };
}
