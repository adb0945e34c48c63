/**
 * Rejected by: there and back again
 * Plausible slip: where the scale is 0 the result is 0, on the way back too.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function inverse(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((z, j) => (scale[j] === 0 ? 0 : z * scale[j]! + shift[j]!)));
}
