/**
 * Rejected by: rows as they were
 * Plausible slip: the sign of the shift.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function inverse(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((z, j) => z * scale[j]! - shift[j]!));
}
