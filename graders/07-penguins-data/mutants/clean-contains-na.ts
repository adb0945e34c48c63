/**
 * Rejected by: every sign in every column
 * Plausible slip: NA anywhere in a text counts, so NANORTALIK is missing.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  return rows.filter((row) =>
    COLUMNS.every((column) => !['', '.'].includes(row[column]) && !row[column].includes('NA')),
  );
}
