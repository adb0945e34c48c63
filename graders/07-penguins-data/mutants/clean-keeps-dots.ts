/**
 * Rejected by: two of four are complete
 * Plausible slip: '.' is kept, which is the sign of another file of the same birds.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  return rows.filter((row) => COLUMNS.every((column) => !['', 'NA'].includes(row[column])));
}
