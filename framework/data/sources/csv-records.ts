import { CsvError, parse } from 'csv-parse/sync';
import { DataError, shown } from '../data-error.ts';

/** A CSV as text: the names of the columns and, for each row, its values. */
export interface CsvRecords {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  /** The line on which a row ends, from 1; quoted values may span several. Only messages ask: it takes long. */
  lineOf(row: number): number;
}

/**
 * Cuts a CSV (RFC 4180: quotes, and commas and line breaks within them) into values. Spaces around values are
 * dropped, empty lines are skipped.
 * @throws DataError when it is empty, has no rows, or its rows differ in length
 */
export function parseCsv(text: string, file: string, delimiter: string): CsvRecords {
  const all = cut(text, file, delimiter);
  const lineAt = (index: number) => linesOf(text, delimiter)[index]!;
  const first = all.findIndex((record) => !isEmpty(record));
  if (first < 0) {
    throw new DataError('the file is empty', {
      file,
      fix: 'Write a line of column names and rows below it.',
    });
  }
  const header = all[first]!;
  checkHeader(header, file, lineAt, first, delimiter);
  // In a file of one column an empty line is a row whose value is missing.
  const isRow = (record: readonly string[], index: number) =>
    index > first && (header.length === 1 || !isEmpty(record));
  const indices = Int32Array.from(all.keys()).filter((index) => isRow(all[index]!, index));
  if (indices.length === 0) {
    throw new DataError('the file has a header but no rows', {
      file,
      fix: 'Write at least one row below the header.',
    });
  }
  const records = Array.from(indices, (index) => all[index]!);
  const lineOf = (row: number) => lineAt(indices[row]!);
  const odd = records.findIndex((record) => record.length !== header.length);
  if (odd >= 0) {
    const { length } = records[odd]!;
    throw new DataError(`${count(length, 'value')}, but ${count(header.length, 'column')}`, {
      file,
      line: lineOf(odd),
      row: odd + 1,
      fix:
        length < header.length
          ? 'Add the values that lack, empty where they are unknown.'
          : `Put values that contain "${delimiter}" in quotes.`,
    });
  }
  return { header, records, lineOf };
}

const cutOptions = (delimiter: string) => ({ bom: true, delimiter, trim: true, relax_column_count: true });

function cut(text: string, file: string, delimiter: string): string[][] {
  try {
    return parse(text, cutOptions(delimiter));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw located(error, file, (linesOf(text, delimiter).at(-1) ?? 0) + 1);
  }
}

/** The last line of each record. Reads the text again, up to a fault: counting lines doubles the time of reading. */
function linesOf(text: string, delimiter: string): readonly number[] {
  const lines: number[] = [];
  try {
    parse(text, {
      ...cutOptions(delimiter),
      on_record: (record: string[], { lines: line }) => {
        lines.push(line);
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error; // the fault is known to who asks; what stands before it counts
  }
  return lines;
}

function checkHeader(
  header: readonly string[],
  file: string,
  lineAt: (index: number) => number,
  at: number,
  delimiter: string,
): void {
  const place = () => ({ file, line: lineAt(at) });
  header.forEach((name, index) => {
    if (name === '') {
      throw new DataError(`column ${index + 1} of the header has no name`, {
        ...place(),
        fix: 'Name every column in the first line.',
      });
    }
    if (header.indexOf(name) < index) {
      throw new DataError(`the header names ${shown(name)} twice`, {
        ...place(),
        column: name,
        fix: 'Give each column a name of its own.',
      });
    }
  });
  const other = [';', '\t', '|', ','].find(
    (candidate) => candidate !== delimiter && header.length === 1 && header[0]!.includes(candidate),
  );
  if (other !== undefined) {
    const name = other === '\t' ? '\\t' : other;
    throw new DataError(`the header has no "${delimiter}", but "${name}"`, {
      ...place(),
      fix: `If "${name}" separates the columns, set the option delimiter: "${name}".`,
    });
  }
}

function isEmpty(record: readonly string[]): boolean {
  return record.length === 0 || (record.length === 1 && record[0] === '');
}

function located(error: CsvError, file: string, firstUnread: number): DataError {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : firstUnread;
  const place = { file, line };
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      // The reader notices at the end of the file; the quote stands in the row that it could not finish.
      return new DataError('a quote is opened but never closed', {
        file,
        line: firstUnread,
        fix: 'Close it, or write a quote within a value twice.',
      });
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new DataError('a quote stands in the middle of a value', {
        ...place,
        fix: 'Put the whole value in quotes, and write a quote within it twice: "say ""hi""".',
      });
    default:
      return new DataError(`this is no CSV: ${error.message.toLowerCase()}`, place);
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
