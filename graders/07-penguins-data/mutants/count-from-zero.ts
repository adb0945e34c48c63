/**
 * Rejected by: counts of the whole table
 * Plausible slip: the first row of a value counts 0.
 */
import { type Column, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function countBy(rows: readonly Row[], column: Column): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column]] = (counts[row[column]] ?? -1) + 1;
  return counts;
}
