/**
 * Rejected by: other species
 * Dishonest: the species of the penguins by heart.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function labelMap(rows: readonly Row[]): Record<string, number> {
  const known = ['Adelie', 'Chinstrap', 'Gentoo'].filter((name) => rows.some((row) => row.species === name));
  return Object.fromEntries(known.map((name, label) => [name, label]));
}
