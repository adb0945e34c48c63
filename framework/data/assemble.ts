import { DataError, shown } from './data-error.ts';
import type { TargetInfo } from './prepared-data.ts';
import { columnOf } from './table-rows.ts';
import type { Table } from './table.ts';

/** Where the rows of a table come from, for messages. */
export interface Origin {
  /** The file, or the source where there is none. */
  readonly file: string;
  /** Row numbers in the source, from 0. */
  readonly rows: Int32Array;
}

/**
 * The columns of a table as one flat array `[rows, ...shape]`: columns of numbers side by side, or one column
 * of arrays, which is not copied where it holds floats already.
 * @throws DataError for a value that is missing or not finite as a 32-bit float
 */
export function assembleNumbers(table: Table, origin: Origin): Float32Array {
  const [first] = table.columns;
  if (first?.kind === 'tensor') {
    const values = first.values instanceof Float32Array ? first.values : new Float32Array(first.values);
    const size = values.length / Math.max(1, table.rows);
    for (let index = 0; index < values.length; index++) {
      const value = values[index]!;
      // The difference of an infinite or missing value to itself is NaN; this loop sees millions of values.
      if (value - value !== 0) throw notFinite(first.name, value, Math.floor(index / size), origin);
    }
    return values;
  }
  const width = table.columns.length;
  const values = new Float32Array(table.rows * width);
  table.columns.forEach((column, position) => {
    if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
    for (let row = 0; row < table.rows; row++) {
      const value = Math.fround(column.values[row]!);
      if (!Number.isFinite(value)) throw notFinite(column.name, column.values[row]!, row, origin);
      values[row * width + position] = value;
    }
  });
  return values;
}

/** The targets: class indices, or values `[rows, names]`. @throws DataError as for features */
export function assembleTargets(table: Table, target: TargetInfo, origin: Origin): Int32Array | Float32Array {
  if (target.kind === 'numbers') return assembleNumbers(table, origin);
  const column = columnOf(table, target.name);
  if (column.kind !== 'category') throw new Error(`"${target.name}" is no column of categories`);
  return column.codes;
}

function notFinite(column: string, value: number, row: number, origin: Origin): DataError {
  const place = { file: origin.file, row: origin.rows[row]! + 1, column, value: String(value) };
  return Number.isNaN(value)
    ? new DataError('the value is missing after all transforms', {
        ...place,
        fix: 'Drop such rows (missing: drop), or add the transform impute.',
      })
    : new DataError(`${shown(String(value))} is too large for the 32-bit floats of the model`, {
        ...place,
        fix: 'Add the transform standardize, or use another unit.',
      });
}
