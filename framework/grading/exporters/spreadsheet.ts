import { stringify } from 'csv-stringify/sync';

/** What may stand in a cell of a table. */
export type TableCell = string | number;

/** How a table is written. */
export interface TableOptions {
  /** By default a comma. */
  readonly delimiter?: string;
  /** Whether it begins with a byte order mark, by which Excel knows UTF-8; by default not. */
  readonly mark?: boolean;
}

/**
 * Writes a table as csv. A text that a spreadsheet would run as a formula, one that begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return, gets an apostrophe before it: students choose their own names and messages.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function writeTable(
  rows: readonly (readonly TableCell[])[],
  { delimiter = ',', mark = false }: TableOptions = {},
): string {
  return stringify(rows as TableCell[][], {
    delimiter,
    bom: mark,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** One cell as it stands in a csv file: guarded, and in quotes where it needs them. */
export function writeCell(cell: TableCell, delimiter: string): string {
  return stringify([[cell]], { delimiter, escape_formulas: true, eof: false });
}
