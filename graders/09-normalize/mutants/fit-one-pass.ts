/**
 * Rejected by: a column far from 0
 * Plausible slip: the mean of the squares minus the square of the mean, of which no digit is left far from 0.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  const { shift, scale } = solved(rows, kind);
  if (kind !== 'standard') return { shift, scale };
  const sd = shift.map((mean, j) => {
    const square = rows.reduce((sum, row) => sum + row[j]! ** 2, 0) / rows.length;
    return Math.sqrt(Math.max(square - mean ** 2, 0));
  });
  return { shift, scale: sd };
}
