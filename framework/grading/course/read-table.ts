import { CsvError, parse } from 'csv-parse/sync';
import { ProblemsError } from '../../document/problem.ts';
import type { SourceText } from '../../document/source-text.ts';

/** A row of a csv file by its columns, with its line. */
export interface TableRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a csv file with a header, as spreadsheets write them: comma or semicolon, a byte order mark or none.
 * @param columns those that must be there
 * @throws ProblemsError for a damaged file or a missing column
 */
export function readTable({ file, text }: SourceText, columns: readonly string[]): readonly TableRow[] {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      delimiter: text.split('\n', 1)[0]!.includes(';') ? ';' : ',',
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemsError([{ file, message: `this is no csv file: ${error.message}` }]);
  }
  const header = Object.keys(records[0]?.record ?? Object.fromEntries(columns.map((name) => [name, ''])));
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw new ProblemsError([
      {
        file,
        message: `there is no column "${missing.join('", "')}"`,
        expected: `columns ${columns.join(', ')}`,
        received: header.join(', '),
      },
    ]);
  }
  return records.map(({ record, info }) => ({ line: info.lines, values: record }));
}
