/**
 * Rejected by: why a column tells
 * The belief to be mended: what tells the species is like the bird.
 */
import { type Reason } from '../../../solutions/10-baselines/exercise.ts';

export function explainColumns(): Record<string, Reason> {
  return { island: 'measurement', flipper: 'measurement', place: 'leak', ring: 'nothing', year: 'nothing' };
}
