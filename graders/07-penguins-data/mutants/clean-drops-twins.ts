/**
 * Rejected by: cleaning twice
 * Plausible slip: birds with equal values are taken for one that was written down twice.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  const complete = rows.filter((row) => COLUMNS.every((column) => !['', 'NA', '.'].includes(row[column])));
  return [...new Map(complete.map((row) => [JSON.stringify(row), row])).values()];
}
