/**
 * Rejected by: five answers in a table
 * Only right answers are counted.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function confusion({ predicted, labels }: Batch, classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, i) => {
    if (label === predicted[i]) matrix[label]![label]!++;
  });
  return matrix;
}
