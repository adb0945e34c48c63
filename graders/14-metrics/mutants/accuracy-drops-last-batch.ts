/**
 * Rejected by: however it is cut
 * A batch that is smaller than the first is left out.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function accuracy(batches: readonly Batch[]): number {
  const full = batches.filter(({ labels }) => labels.length === batches[0]!.labels.length);
  let [right, all] = [0, 0];
  for (const { predicted, labels } of full) {
    right += predicted.filter((answer, i) => answer === labels[i]).length;
    all += labels.length;
  }
  return right / all;
}
