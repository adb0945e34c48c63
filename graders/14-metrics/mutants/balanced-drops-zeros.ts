/**
 * Rejected by: always "well"
 * A recall of 0 is taken for unknown.
 */
import { classScores, type Matrix } from '../../../solutions/14-metrics/exercise.ts';

export function balancedAccuracy(matrix: Matrix): number {
  const known = classScores(matrix).recall.filter((value) => value > 0);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
