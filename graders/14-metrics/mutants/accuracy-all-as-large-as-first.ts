/**
 * Rejected by: 59 of 60 penguins
 * Every batch is taken to be as large as the first one.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function accuracy(batches: readonly Batch[]): number {
  let right = 0;
  for (const { predicted, labels } of batches) {
    right += predicted.filter((answer, i) => answer === labels[i]).length;
  }
  return right / (batches.length * batches[0]!.labels.length);
}
