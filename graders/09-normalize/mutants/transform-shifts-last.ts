/**
 * Rejected by: scaled rows
 * Plausible slip: the division comes first.
 */
import { type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  return rows.map((row) => row.map((x, j) => (scale[j] === 0 ? 0 : x / scale[j]! - shift[j]!)));
}
