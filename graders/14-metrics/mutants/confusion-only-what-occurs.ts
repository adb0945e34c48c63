/**
 * Rejected by: every sample in one place
 * As large as the classes that occur.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function confusion({ predicted, labels }: Batch, classes: number): number[][] {
  const size = Math.min(classes, 1 + Math.max(...labels, ...predicted));
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  labels.forEach((label, i) => matrix[label]![predicted[i]!]!++);
  return matrix;
}
