import { isMissing, loadDataset, type Column } from 'descent/grading';

/** The columns, in the order of the file. */
export const COLUMNS = [
  'species',
  'island',
  'bill_length_mm',
  'bill_depth_mm',
  'flipper_length_mm',
  'body_mass_g',
  'sex',
  'year',
] as const;

/** A line of the table, all of it text. */
export type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The 344 birds in the order of the file, missing values as NA. */
export async function loadRows(): Promise<readonly Row[]> {
  const { parts } = await loadDataset('penguins');
  const { rows, columns } = parts[0]!.table;
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, textOf(column, row)])),
  ) as unknown as Row[];
}

function textOf(column: Column, row: number): string {
  if (column.kind === 'tensor') throw new Error('a bird is no array');
  if (isMissing(column, row)) return 'NA';
  // The table holds float32, the file has one decimal at most.
  return column.kind === 'number'
    ? String(Math.round(10 * column.values[row]!) / 10)
    : column.categories[column.codes[row]!]!;
}

/** Rows as the text of a file. */
export function csvOf(
  rows: readonly Row[],
  columns: readonly (keyof Row)[] = COLUMNS,
  newline = '\n',
): string {
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  return [columns.join(','), ...lines, ''].join(newline);
}
