import { CsvError, parse } from 'csv-parse/sync';
import { DataError, shown } from '../data-error.ts';

/** A CSV as text: the names of the columns and, for each row, its values and the line on which it ends. */
export interface CsvRecords {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  /** Line numbers from 1; quoted values may span several lines. */
  readonly lines: readonly number[];
}

/**
 * Cuts a CSV (RFC 4180: quotes, and commas and line breaks within them) into values. Spaces around values are
 * dropped, empty lines are skipped.
 * @throws DataError when it is empty, has no rows, or its rows differ in length
 */
export function parseCsv(text: string, file: string, delimiter: string): CsvRecords {
  const lines: number[] = [];
  let all: string[][];
  try {
    all = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      relax_column_count: true,
      on_record: (record: string[], context) => {
        lines.push(context.lines);
        return record;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? located(error, file, (lines.at(-1) ?? 0) + 1) : error;
  }
  const kept = all.map((record, index) => ({ record, line: lines[index]! }));
  const first = kept.findIndex(({ record }) => !isEmpty(record));
  if (first < 0) {
    throw new DataError('the file is empty', {
      file,
      fix: 'Write a line of column names and rows below it.',
    });
  }
  const header = kept[first]!.record;
  checkHeader(header, file, kept[first]!.line, delimiter);
  // In a file of one column an empty line is a row whose value is missing.
  const rows = kept.slice(first + 1).filter(({ record }) => header.length === 1 || !isEmpty(record));
  if (rows.length === 0) {
    throw new DataError('the file has a header but no rows', {
      file,
      fix: 'Write at least one row below the header.',
    });
  }
  rows.forEach(({ record, line }, index) => {
    if (record.length === header.length) return;
    throw new DataError(`${count(record.length, 'value')}, but ${count(header.length, 'column')}`, {
      file,
      line,
      row: index + 1,
      fix:
        record.length < header.length
          ? 'Add the values that lack, empty where they are unknown.'
          : `Put values that contain "${delimiter}" in quotes.`,
    });
  });
  return { header, records: rows.map(({ record }) => record), lines: rows.map(({ line }) => line) };
}

function checkHeader(header: readonly string[], file: string, line: number, delimiter: string): void {
  header.forEach((name, index) => {
    const place = { file, line };
    if (name === '') {
      throw new DataError(`column ${index + 1} of the header has no name`, {
        ...place,
        fix: 'Name every column in the first line.',
      });
    }
    if (header.indexOf(name) < index) {
      throw new DataError(`the header names ${shown(name)} twice`, {
        ...place,
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
      file,
      line,
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
