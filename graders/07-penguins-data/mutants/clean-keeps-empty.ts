/**
 * Rejected by: every sign in every column
 * Plausible slip: an empty cell is not noticed.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  return rows.filter((row) => COLUMNS.every((column) => !['NA', '.'].includes(row[column])));
}
