/**
 * Rejected by: always "well"
 * The mean of the precisions.
 */
import { classScores, type Matrix } from '../../../solutions/14-metrics/exercise.ts';

export function balancedAccuracy(matrix: Matrix): number {
  const known = classScores(matrix).precision.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
