/**
 * Rejected by: cuts the tail off where it does no harm
 * Dishonest: everything is refused, with all labels named.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[]): Division {
  throw new Error(`one part may lack ${[...new Set(labels)].join(', ')}`);
}
