/**
 * Rejected by: 59 of 60 penguins
 * Slide error A12: the mean of the accuracies of the batches.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function accuracy(batches: readonly Batch[]): number {
  const shares = batches.map(
    ({ predicted, labels }) => predicted.filter((answer, i) => answer === labels[i]).length / labels.length,
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
