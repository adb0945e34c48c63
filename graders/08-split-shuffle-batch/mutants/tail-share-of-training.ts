/**
 * Rejected by: cuts the tail off where it does no harm
 * Plausible slip: the share is taken for that of training.
 */
import { tailSplit as solved, type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  return solved(labels, 1 - share);
}
