/**
 * Rejected by: counts of the whole table
 * Plausible slip: gaps are not counted, so that nobody sees them.
 */
import { type Column, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function countBy(rows: readonly Row[], column: Column): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    if (row[column] !== 'NA') counts[row[column]] = (counts[row[column]] ?? 0) + 1;
  }
  return counts;
}
