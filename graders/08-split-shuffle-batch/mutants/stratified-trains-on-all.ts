/**
 * Rejected by: ten of each species and sex
 * The birds of validation are among those of training, too.
 */
import { createStream } from 'descent';
import {
  stratifiedSplit as solved,
  type Division,
} from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function stratifiedSplit(
  labels: readonly string[],
  groups: readonly string[],
  perGroup: number,
  seed: number,
): Division {
  const { validation } = solved(labels, groups, perGroup, seed);
  return { training: [...createStream(seed).permutation(labels.length)], validation };
}
