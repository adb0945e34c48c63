/**
 * Rejected by: a column without spread becomes 0
 * Plausible slip: NaN is mended, the Infinity of a new value is not.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((x, j) => (x - shift[j]!) / scale[j]! || 0));
}
