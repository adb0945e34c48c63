/**
 * Rejected by: a column that should not be there
 * Plausible slip: an error that does not say which column.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function parseCsv(text: string): Row[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header!.split(',');
  if (names.some((name) => !(COLUMNS as readonly string[]).includes(name))) throw new Error('bad table');
  const lacking = COLUMNS.find((column) => !names.includes(column));
  if (lacking !== undefined) throw new Error(`the column "${lacking}" is missing`);
  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`line ${i + 2} has ${cells.length} cells`);
    return Object.fromEntries(names.map((name, j) => [name, cells[j]])) as Row;
  });
}
