/**
 * Rejected by: every sample in one place
 * Marks that a pair has occurred, instead of counting how often.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function confusion({ predicted, labels }: Batch, classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, i) => (matrix[label]![predicted[i]!] = 1));
  return matrix;
}
