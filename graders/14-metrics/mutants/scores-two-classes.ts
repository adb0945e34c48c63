/**
 * Rejected by: scores of any matrix
 * Only the first two classes are looked at.
 */
import { type Matrix } from '../../../solutions/14-metrics/exercise.ts';

export function classScores(matrix: Matrix): { precision: number[]; recall: number[]; f1: number[] } {
  const right = matrix.map((row, c) => row[c]!);
  const occurring = matrix.map((row) => row[0]! + row[1]!);
  const predicted = matrix.map((_, c) => matrix[0]![c]! + matrix[1]![c]!);
  return {
    precision: right.map((count, c) => count / predicted[c]!),
    recall: right.map((count, c) => count / occurring[c]!),
    f1: right.map((count, c) => (2 * count) / (predicted[c]! + occurring[c]!)),
  };
}
