/**
 * Rejected by: mean 0 and deviation 1
 * Dishonest: only as many columns as the example has.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((x, j) => (j > 1 ? x : scale[j] === 0 ? 0 : (x - shift[j]!) / scale[j]!)));
}
