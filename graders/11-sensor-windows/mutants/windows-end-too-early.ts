/**
 * Rejected by: as many windows as fit
 * Plausible slip: a window that ends with the last row is left out.
 */
import { type Run } from '../../../solutions/11-sensor-windows/exercise.ts';

export function windows(rows: Run['rows'], length: number, stride: number): number[][][] {
  const result: number[][][] = [];
  for (let from = 0; from + length < rows.length; from += stride) {
    result.push(rows.slice(from, from + length).map((row) => [...row]));
  }
  return result;
}
