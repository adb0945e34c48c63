/**
 * Rejected by: what comes later changes nothing
 * Plausible slip: the mean of all rows is taken off, also of those to come.
 */
import { type Run } from '../../../solutions/11-sensor-windows/exercise.ts';

export function windows(rows: Run['rows'], length: number, stride: number): number[][][] {
  const mean = (j: number) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length;
  const result: number[][][] = [];
  for (let from = 0; from + length <= rows.length; from += stride) {
    result.push(rows.slice(from, from + length).map((row) => row.map((value, j) => value - mean(j))));
  }
  return result;
}
