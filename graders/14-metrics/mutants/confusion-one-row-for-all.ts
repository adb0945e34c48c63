/**
 * Rejected by: five answers in a table
 * All rows are one and the same list.
 */
import { type Batch } from '../../../solutions/14-metrics/exercise.ts';

export function confusion({ predicted, labels }: Batch, classes: number): number[][] {
  const row = new Array<number>(classes).fill(0);
  const matrix = new Array<number[]>(classes).fill(row);
  labels.forEach((label, i) => matrix[label]![predicted[i]!]!++);
  return matrix;
}
