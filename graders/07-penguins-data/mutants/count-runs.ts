/**
 * Rejected by: counts do not depend on the order
 * Plausible slip: counts the longest run, which is right as long as the table is sorted.
 */
import { type Column, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function countBy(rows: readonly Row[], column: Column): Record<string, number> {
  const counts: Record<string, number> = {};
  let run = 0;
  rows.forEach((row, i) => {
    run = column === 'species' && row[column] !== rows[i - 1]?.[column] ? 1 : run + 1;
    if (column === 'species') counts[row[column]] = Math.max(run, counts[row[column]] ?? 0);
    else counts[row[column]] = (counts[row[column]] ?? 0) + 1;
  });
  return counts;
}
