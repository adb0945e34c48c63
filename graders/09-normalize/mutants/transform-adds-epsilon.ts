/**
 * Rejected by: a column without spread becomes 0
 * Plausible slip: with 10⁻⁸ added to the scale a new value becomes 200,000,000.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((x, j) => (x - shift[j]!) / (scale[j]! + 1e-8)));
}
