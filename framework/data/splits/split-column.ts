import { ComponentProblem } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';
import { columnOf } from '../table-rows.ts';
import type { ColumnInfo, Table } from '../table.ts';

/**
 * The column that a split names.
 * @param option where it is named, for the message
 * @throws ComponentProblem when there is none of that name
 */
export function splitColumn(columns: readonly ColumnInfo[], name: string, option: string): ColumnInfo {
  const column = columns.find((candidate) => candidate.name === name);
  if (column) return column;
  const names = columns.map((candidate) => candidate.name);
  throw new ComponentProblem(`unknown column "${name}"`, {
    option,
    fix: didYouMean(name, names) ?? `The columns are ${names.join(', ')}.`,
  });
}

/** A column of numbers or categories. @throws ComponentProblem for arrays, which are no keys */
export function keyColumn(columns: readonly ColumnInfo[], name: string, option: string): ColumnInfo {
  const column = splitColumn(columns, name, option);
  if (column.kind !== 'tensor') return column;
  throw new ComponentProblem(`"${name}" is a column of arrays, not of numbers or categories`, {
    option,
    fix: 'Name a column with one value per row.',
  });
}

/**
 * The value of every row of a column of numbers or categories, as text.
 * @throws ComponentProblem when a row has none
 */
export function keysOf(table: Table, name: string, option: string): string[] {
  const column = columnOf(table, name);
  if (column.kind === 'tensor') throw new Error(`"${name}" is a column of arrays`);
  const keys =
    column.kind === 'category'
      ? Array.from(column.codes, (code) => column.categories[code])
      : Array.from(column.values, (value) => (Number.isNaN(value) ? undefined : String(value)));
  const missing = keys.filter((key) => key === undefined).length;
  if (missing === 0) return keys as string[];
  throw new ComponentProblem(`"${name}" is missing in ${missing} of ${table.rows} rows`, {
    option,
    fix: 'Fill it in the file, so that it is known where each row belongs.',
  });
}
