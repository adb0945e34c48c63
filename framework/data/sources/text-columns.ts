import { didYouMean } from '../../document/suggest.ts';
import { DataError, shown } from '../data-error.ts';
import type { CategoryColumn, Column, ColumnInfo, NumberColumn } from '../table.ts';
import type { CsvRecords } from './csv-records.ts';

/** A number as people and programs write it; not hexadecimal, not `NaN`, not `Infinity`. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
/** What programs write for numbers that are none. */
const NO_FINITE_NUMBER = /^[+-]?(nan|inf|infinity)$/i;

export interface TextColumnOptions {
  readonly file: string;
  /** What is written where a value is missing. */
  readonly missing: readonly string[];
  /** Kinds that are known; the others are inferred. */
  readonly kinds: Readonly<Record<string, 'number' | 'category'>>;
  /** What a card says; its kinds and categories must hold. */
  readonly card?: readonly ColumnInfo[];
}

/**
 * Turns texts into columns of numbers and categories.
 *
 * A column is one of numbers when more than half of its values are: so a stray word in a long column of numbers
 * is reported instead of turning it silently into thousands of categories. Inferred categories are sorted.
 * @throws DataError naming line, row, column and value
 */
export function columnsFromText(csv: CsvRecords, options: TextColumnOptions): readonly Column[] {
  const missing = new Set(options.missing);
  return csv.header.map((name, index) => {
    const info = options.card?.find((column) => column.name === name);
    const texts = csv.records.map((record) => record[index]!);
    const kind = options.kinds[name] ?? info?.kind ?? inferKind(texts, missing);
    const place = (row: number) => ({
      file: options.file,
      line: csv.lineOf(row),
      row: row + 1,
      column: name,
      value: texts[row]!,
    });
    if (kind === 'number') return numberColumn(name, texts, missing, place);
    const known = info?.kind === 'category' ? info.categories : undefined;
    return categoryColumn(name, texts, missing, known, place);
  });
}

type PlaceOf = (row: number) => { file: string; line: number; row: number; column: string; value: string };

function inferKind(texts: readonly string[], missing: ReadonlySet<string>): 'number' | 'category' {
  let present = 0;
  let numbers = 0;
  for (const text of texts) {
    if (missing.has(text)) continue;
    present++;
    if (NUMBER.test(text) || NO_FINITE_NUMBER.test(text)) numbers++;
  }
  return present === 0 || numbers * 2 > present ? 'number' : 'category';
}

function numberColumn(
  name: string,
  texts: readonly string[],
  missing: ReadonlySet<string>,
  place: PlaceOf,
): NumberColumn {
  const values = new Float64Array(texts.length);
  texts.forEach((text, row) => {
    if (missing.has(text)) {
      values[row] = Number.NaN;
      return;
    }
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value)) throw noNumber(text, name, place(row));
    values[row] = value;
  });
  return { name, kind: 'number', values };
}

function noNumber(text: string, name: string, place: ReturnType<PlaceOf>): DataError {
  if (text === '') {
    return new DataError('there is no value, and empty values are not listed as missing', {
      ...place,
      fix: "Write a number, or add '' to the option missing.",
    });
  }
  if (NO_FINITE_NUMBER.test(text) || NUMBER.test(text)) {
    return new DataError(`${shown(text)} is no finite number`, {
      ...place,
      fix: `Correct it, or list it as missing: add '${text}' to the option missing.`,
    });
  }
  const decimalComma = /^[+-]?\d+,\d+$/.test(text);
  return new DataError(`${shown(text)} is not a number`, {
    ...place,
    fix: decimalComma
      ? 'Write decimals with a point.'
      : `Correct it, add it to the option missing, or read the column as names: columns: { ${name}: category }.`,
  });
}

function categoryColumn(
  name: string,
  texts: readonly string[],
  missing: ReadonlySet<string>,
  known: readonly string[] | undefined,
  place: PlaceOf,
): CategoryColumn {
  const categories = known ?? [...new Set(texts)].filter((text) => !missing.has(text)).sort(byNumberThenName);
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  const codes = Int32Array.from(texts, (text, row) => {
    if (missing.has(text)) return -1;
    const code = codeOf.get(text);
    if (code !== undefined) return code;
    throw new DataError(`${shown(text)} is no known category`, {
      ...place(row),
      fix: didYouMean(text, categories) ?? `The categories are ${categories.join(', ')}.`,
    });
  });
  return { name, kind: 'category', codes, categories };
}

/** Names that are numbers come first, by value, so that class 10 follows class 9; the others by code unit. */
export function byNumberThenName(left: string, right: string): number {
  const [leftIsNumber, rightIsNumber] = [NUMBER.test(left), NUMBER.test(right)];
  if (leftIsNumber && rightIsNumber && Number(left) !== Number(right)) return Number(left) - Number(right);
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
