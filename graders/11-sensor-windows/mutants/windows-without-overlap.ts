/**
 * Rejected by: three windows of three
 * Plausible slip: the stride is not used.
 */
import { type Run } from '../../../solutions/11-sensor-windows/exercise.ts';

export function windows(rows: Run['rows'], length: number, stride: number): number[][][] {
  const result: number[][][] = [];
  for (let from = 0; from + length <= rows.length; from += Math.max(stride, length)) {
    result.push(rows.slice(from, from + length).map((row) => [...row]));
  }
  return result;
}
