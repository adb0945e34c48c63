/**
 * Rejected by: ill or well
 * The plain mean of precision and recall, which a 1 beside a 0 makes 0.5.
 */
import { type Matrix } from '../../../solutions/14-metrics/exercise.ts';

export function classScores(matrix: Matrix): { precision: number[]; recall: number[]; f1: number[] } {
  const right = matrix.map((row, c) => row[c]!);
  const occurring = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const predicted = matrix.map((_, c) => matrix.reduce((sum, row) => sum + row[c]!, 0));
  return {
    precision: right.map((count, c) => count / predicted[c]!),
    recall: right.map((count, c) => count / occurring[c]!),
    f1: right.map((count, c) => (count / predicted[c]! + count / occurring[c]!) / 2),
  };
}
