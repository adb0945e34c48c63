/**
 * Rejected by: a column that should not be there
 * Plausible slip: unknown columns are taken as they come.
 */
import { type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function parseCsv(text: string): Row[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header!.split(',');

  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`line ${i + 2} has ${cells.length} cells`);
    return Object.fromEntries(names.map((name, j) => [name, cells[j]])) as Row;
  });
}
