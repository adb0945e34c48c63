/**
 * Rejected by: refuses the tail of the penguins
 * Plausible slip: instead of refusing, something else than was asked for is done.
 */
import { split, type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const [training, validation] = split(labels.length, [1 - share, share], 1);
  return { training: training!, validation: validation! };
}
