import { DataError } from '../data-error.ts';
import { findJsonFault } from './json-error.ts';

/** The cells of a JSON file by column; a row that lacks a column has `undefined` there. */
export interface JsonRecords {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly unknown[]>;
}

/**
 * Reads a table from JSON: an array of objects (one per row), an object of arrays (one per column), or JSON lines
 * (an object on each line).
 * @throws DataError naming the line or row that is wrong
 */
export function parseJsonTable(text: string, file: string): JsonRecords {
  if (text.trim() === '') {
    throw new DataError('the file is empty', { file, fix: 'Write an array of objects, one for each row.' });
  }
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '')!;
  // A first line that is a whole object can only begin JSON lines, or be the whole file.
  const isLines = isRecord(tryParse(first)) && lines.filter((line) => line.trim() !== '').length > 1;
  if (isLines) return fromRows(parseLines(lines, file), file);
  const value = tryParse(text);
  if (value === undefined) throw syntaxError(text, file, 0);
  if (Array.isArray(value)) return fromRows(value, file);
  if (isRecord(value)) return isTable(value) ? fromColumns(value, file) : fromRows([value], file);
  throw new DataError('this is no table: neither an array of rows nor an object of columns', {
    file,
    fix: 'Write [{"x": 1, "y": 2}, …] or {"x": [1, …], "y": [2, …]}.',
  });
}

/** The value of a JSON text, or undefined, which no JSON text has, when it is none. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function parseLines(lines: readonly string[], file: string): unknown[] {
  const rows: unknown[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const row = tryParse(line);
    if (row === undefined) throw syntaxError(line, file, index);
    rows.push(row);
  });
  return rows;
}

function syntaxError(text: string, file: string, linesBefore: number): DataError {
  const { line, found } = findJsonFault(text);
  const isNumber = /NaN|Infinity/.test(found);
  return new DataError(`this is no JSON: unexpected ${found}`, {
    file,
    line: linesBefore + line,
    fix: isNumber
      ? 'JSON has no such number: write null for a missing value.'
      : 'Correct it, or write the file anew with a JSON library.',
  });
}

function fromRows(rows: readonly unknown[], file: string): JsonRecords {
  if (rows.length === 0) {
    throw new DataError('the file has no rows', { file, fix: 'Write at least one object.' });
  }
  const columns = new Map<string, unknown[]>();
  rows.forEach((row, index) => {
    if (!isRecord(row)) {
      throw new DataError(`row ${index + 1} is no object`, {
        file,
        row: index + 1,
        fix: 'Write every row as {"column": value, …}.',
      });
    }
    for (const [name, value] of Object.entries(row)) {
      let cells = columns.get(name);
      if (!cells) columns.set(name, (cells = new Array<unknown>(rows.length).fill(undefined)));
      cells[index] = value;
    }
  });
  if (columns.size === 0) throw new DataError('no row has a column', { file });
  return { rows: rows.length, columns };
}

function fromColumns(value: Readonly<Record<string, readonly unknown[]>>, file: string): JsonRecords {
  const entries = Object.entries(value);
  const [first] = entries;
  const odd = entries.find(([, cells]) => cells.length !== first![1].length);
  if (odd) {
    throw new DataError(
      `the column has ${odd[1].length} values, but "${first![0]}" has ${first![1].length}`,
      { file, column: odd[0], fix: 'Give all columns the same number of values, null where one is missing.' },
    );
  }
  if (first![1].length === 0) throw new DataError('the file has no rows', { file });
  return { rows: first![1].length, columns: new Map(entries) };
}

function isTable(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, readonly unknown[]>> {
  const cells = Object.values(value);
  return cells.length > 0 && cells.every((cell) => Array.isArray(cell));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
