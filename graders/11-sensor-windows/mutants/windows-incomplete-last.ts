/**
 * Rejected by: three windows of three
 * Plausible slip: the last window is shorter.
 */
import { type Run } from '../../../solutions/11-sensor-windows/exercise.ts';

export function windows(rows: Run['rows'], length: number, stride: number): number[][][] {
  const result: number[][][] = [];
  for (let from = 0; from < rows.length; from += stride) {
    result.push(rows.slice(from, from + length).map((row) => [...row]));
  }
  return result;
}
