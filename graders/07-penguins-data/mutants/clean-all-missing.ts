/**
 * Rejected by: 333 of 344 birds
 * Plausible slip: only rows of which all measurements are missing go; nine birds of unknown sex stay.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function clean(rows: readonly Row[]): Row[] {
  const measured = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'] as const;
  return rows.filter(
    (row) => row.sex !== '.' && measured.some((column) => !['', 'NA', '.'].includes(row[column])),
  );
}
