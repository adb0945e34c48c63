/**
 * Rejected by: always "well"
 * The accuracy, to which frequent classes count most.
 */
import { type Matrix } from '../../../solutions/14-metrics/exercise.ts';

export function balancedAccuracy(matrix: Matrix): number {
  const right = matrix.reduce((sum, row, c) => sum + row[c]!, 0);
  return right / matrix.flat().reduce((sum, count) => sum + count, 0);
}
