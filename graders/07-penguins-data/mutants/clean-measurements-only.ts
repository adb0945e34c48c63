/**
 * Rejected by: every sign in every column
 * Plausible slip: species, island and year are never looked at.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  const needed = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g', 'sex'] as const;
  return rows.filter((row) => needed.every((column) => !['', 'NA', '.'].includes(row[column])));
}
