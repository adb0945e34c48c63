/**
 * Rejected by: any columns
 * Plausible slip: the search for the largest begins at 0, above all numbers of a negative column.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  if (kind !== 'minMax') return solved(rows, kind);
  const { shift } = solved(rows, kind);
  const largest = shift.map((_, j) => rows.reduce((most, row) => Math.max(most, row[j]!), 0));
  return { shift, scale: largest.map((value, j) => value - shift[j]!) };
}
