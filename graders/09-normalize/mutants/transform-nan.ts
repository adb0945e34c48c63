/**
 * Rejected by: a column without spread becomes 0
 * Plausible slip: 0 / 0 is NaN, 2 / 0 is Infinity.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((x, j) => (x - shift[j]!) / scale[j]!));
}
