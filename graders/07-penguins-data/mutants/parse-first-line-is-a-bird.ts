/**
 * Rejected by: four lines of the table
 * Plausible slip: the names are read and kept as a row.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function parseCsv(text: string): Row[] {
  const lines = text.trim().split(/\r?\n/);
  const names = lines[0]!.split(',');
  const unknown = names.find((name) => !(COLUMNS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`there should be no column "${unknown}"`);
  const lacking = COLUMNS.find((column) => !names.includes(column));
  if (lacking !== undefined) throw new Error(`the column "${lacking}" is missing`);
  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`line ${i + 2} has ${cells.length} cells`);
    return Object.fromEntries(names.map((name, j) => [name, cells[j]])) as Row;
  });
}
