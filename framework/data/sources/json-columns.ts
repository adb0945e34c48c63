import { DataError, shown } from '../data-error.ts';
import { sizeOf } from '../table-rows.ts';
import type { Column } from '../table.ts';
import type { JsonRecords } from './json-records.ts';
import { byNumberThenName } from './text-columns.ts';

/**
 * Turns JSON values into columns. A column is one of arrays when its first value is one, of numbers when more than
 * half of its values are, else of categories; null and what is lacking are missing.
 * @param kinds kinds of columns where another is wanted
 * @throws DataError naming row, column and value
 */
export function columnsFromJson(
  { columns }: JsonRecords,
  file: string,
  missing: readonly string[],
  kinds: Readonly<Record<string, 'number' | 'category'>>,
): readonly Column[] {
  const isMissing = (cell: unknown) =>
    cell === null || cell === undefined || (typeof cell === 'string' && missing.includes(cell));
  return Array.from(columns, ([name, cells]): Column => {
    const present = cells.filter((cell) => !isMissing(cell));
    const place = (row: number) => ({ file, row: row + 1, column: name, value: text(cells[row]) });
    const numbers = present.filter((cell) => typeof cell === 'number').length;
    const kind = kinds[name] ?? (Array.isArray(present[0]) ? 'tensor' : 'number');
    if (kind === 'tensor') return tensorColumn(name, cells, place);
    if (
      kinds[name] === 'number' ||
      (kinds[name] === undefined && (numbers * 2 > present.length || present.length === 0))
    ) {
      const values = Float64Array.from(cells, (cell, row) => {
        if (isMissing(cell)) return Number.NaN;
        if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
        throw new DataError(`${shown(text(cell))} is not a number`, {
          ...place(row),
          fix: `Correct it, write null, or read the column as names: columns: { ${name}: category }.`,
        });
      });
      return { name, kind: 'number', values };
    }
    const names = cells.map((cell, row) => {
      if (isMissing(cell)) return undefined;
      if (typeof cell !== 'object') return text(cell);
      throw new DataError(`${shown(text(cell))} is no name of a category`, {
        ...place(row),
        fix: 'Write texts, or numbers in every row.',
      });
    });
    const categories = [...new Set(names.filter((each) => each !== undefined))].sort(byNumberThenName);
    const codeOf = new Map(categories.map((category, code) => [category, code]));
    return {
      name,
      kind: 'category',
      codes: Int32Array.from(names, (each) => codeOf.get(each ?? '') ?? -1),
      categories,
    };
  });
}

function tensorColumn(
  name: string,
  cells: readonly unknown[],
  place: (row: number) => { file: string; row: number; column: string },
): Column {
  const shape = shapeOf(cells[0]);
  const size = sizeOf(shape);
  const values = new Float32Array(cells.length * size);
  cells.forEach((cell, row) => {
    const fail = (problem: string) =>
      new DataError(problem, { ...place(row), fix: 'Give every row an array of numbers of the same shape.' });
    const own = shapeOf(cell);
    if (own.join() !== shape.join()) {
      throw fail(`the array has the shape [${own.join(', ')}], that of row 1 [${shape.join(', ')}]`);
    }
    let at = row * size;
    const fill = (value: unknown, axis: number): void => {
      if (axis === shape.length) {
        if (typeof value !== 'number' || !Number.isFinite(value))
          throw fail(`${shown(text(value))} is not a number`);
        values[at++] = value;
        return;
      }
      if (!Array.isArray(value) || value.length !== shape[axis]) throw fail('the array is ragged');
      for (const inner of value) fill(inner, axis + 1);
    };
    fill(cell, 0);
  });
  return { name, kind: 'tensor', shape, values };
}

/** More axes than any data has: deeper nesting is no array of numbers. */
const MOST_AXES = 8;

/** The lengths along the first elements of nested arrays. */
function shapeOf(value: unknown): number[] {
  const shape: number[] = [];
  for (let inner = value; Array.isArray(inner) && shape.length < MOST_AXES; inner = inner[0] as unknown) {
    shape.push(inner.length);
  }
  return shape;
}

function text(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value); // of an infinite one JSON says null
  return typeof value === 'string' ? value : JSON.stringify(value);
}
