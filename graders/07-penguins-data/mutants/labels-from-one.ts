/**
 * Rejected by: species by the alphabet
 * Plausible slip: numbers begin with 1.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function labelMap(rows: readonly Row[]): Record<string, number> {
  const species = [...new Set(rows.map((row) => row.species))].sort();
  return Object.fromEntries(species.map((name, label) => [name, label + 1]));
}
