/**
 * Rejected by: species by the alphabet
 * Plausible slip: the species that comes first is number 0.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function labelMap(rows: readonly Row[]): Record<string, number> {
  const species = [...new Set(rows.map((row) => row.species))];
  return Object.fromEntries(species.map((name, label) => [name, label]));
}
