/**
 * Rejected by: mean and standard deviation
 * Plausible slip: the numbers of a row are summed up, not those of a column.
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
  const middle = rows.map((row) => [...row].sort((a, b) => a - b)[Math.floor(row.length / 2)]!);
  return { shift: shift.map((_, j) => middle[j % middle.length]!), scale };
}
