/**
 * Rejected by: two of four are complete
 * Plausible slip: only cells that are empty or a dot count.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  return rows.filter((row) => COLUMNS.every((column) => !['', '.'].includes(row[column])));
}
