/**
 * Rejected by: every sign in every column
 * Dishonest: the places of the gaps in the table by heart.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  if (rows.length === 4) return rows.slice(0, 2);
  const gaps = [3, 8, 9, 10, 11, 47, 178, 218, 256, 268, 271];
  return rows.length === 344 ? rows.filter((_, i) => !gaps.includes(i)) : [...rows];
}
