/**
 * Rejected by: two of four are complete
 * Plausible slip: gaps are filled with values of the row before, which nobody has measured.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  return rows.map((row, i) =>
    Object.fromEntries(
      COLUMNS.map((column) => [
        column,
        ['', 'NA', '.'].includes(row[column]) ? rows[Math.max(0, i - 1)]![column] : row[column],
      ]),
    ),
  ) as unknown as Row[];
}
