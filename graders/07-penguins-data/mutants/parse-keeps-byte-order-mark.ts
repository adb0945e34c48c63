/**
 * Rejected by: files from other machines
 * Plausible slip: the mark belongs to the first name, which is unknown then.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function parseCsv(text: string): Row[] {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header!.split(',');
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
