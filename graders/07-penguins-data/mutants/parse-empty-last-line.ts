/**
 * Rejected by: four lines of the table
 * Plausible slip: the text after the last line break counts as a line.
 */
import { COLUMNS, type Row } from '../../../solutions/07-penguins-data/exercise.ts';

export function parseCsv(text: string): Row[] {
  const [header, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = header!.split(',');
  const unknown = names.find((name) => !(COLUMNS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`there should be no column "${unknown}"`);
  const lacking = COLUMNS.find((column) => !names.includes(column));
  if (lacking !== undefined) throw new Error(`the column "${lacking}" is missing`);
  return lines.map((line) => {
    const cells = line.split(',');

    return Object.fromEntries(names.map((name, j) => [name, cells[j]])) as Row;
  });
}
