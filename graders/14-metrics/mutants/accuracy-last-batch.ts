/**
 * Rejected by: 59 of 60 penguins
 * The counters begin anew with each batch.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function accuracy(batches: readonly Batch[]): number {
  const { predicted, labels } = batches.at(-1)!;
  return predicted.filter((answer, i) => answer === labels[i]).length / labels.length;
}
