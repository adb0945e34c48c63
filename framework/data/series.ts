import { ComponentProblem } from '../component/component.ts';
import type { PartTables } from './part-tables.ts';
import { columnOf } from './table-rows.ts';
import type { Column, ColumnInfo } from './table.ts';
import { ValueProblem } from './value-problem.ts';

/** How rows form series: those of one group, in order of time; without either, all rows as they lie. */
export interface SeriesKeys {
  readonly group: string | undefined;
  readonly time: string | undefined;
}

/** A date, or a date and time, from which the order of texts is the order in time. */
const ISO_DATE = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?)?$/;

/**
 * Whether a column can order rows in time: numbers, or ISO dates.
 * @throws ComponentProblem otherwise
 */
export function checkTime(column: ColumnInfo, option: string): void {
  if (column.kind === 'number') return;
  const odd = column.kind === 'category' ? column.categories.find((name) => !ISO_DATE.test(name)) : undefined;
  if (column.kind === 'category' && odd === undefined) return;
  throw new ComponentProblem(
    odd === undefined
      ? `"${column.name}" is a column of arrays, which have no order in time`
      : `"${column.name}" holds "${odd}", which is no date`,
    { option, fix: 'Name a column of numbers or of dates such as 2024-01-31 or 2024-01-31T12:00:00.' },
  );
}

/**
 * The time of every row of a column: its numbers, or of ISO dates the seconds since 1970 (UTC); NaN where it is
 * missing.
 */
export function timesOf(column: Column): Float64Array {
  if (column.kind === 'number') return column.values;
  if (column.kind === 'tensor') throw new Error(`"${column.name}" is a column of arrays`);
  const seconds = column.categories.map((name) => {
    const hasTime = name.length > 10;
    return Date.parse(hasTime ? `${name.replace(' ', 'T').replace(/Z$/, '')}Z` : name) / 1000;
  });
  return Float64Array.from(column.codes, (code) => seconds[code] ?? Number.NaN);
}

/**
 * The rows of a part as series: rows that follow each other, in order. A series ends where the group does, and where
 * in the source stands a row that is not of the part: so nothing reaches across the gap of a split.
 * @param bridge rows of the source that are not used at all (a value was missing) do not end a series
 * @throws ValueProblem when a row lacks its time or group
 */
export function seriesOf(part: PartTables, keys: SeriesKeys, bridge = false): readonly Int32Array[] {
  if (part.series) return part.series;
  const { source, sourceRows } = part;
  const rows = bridge ? source.used : Int32Array.from({ length: source.table.rows }, (_, row) => row);
  const groups = groupsOf(part, keys.group);
  const times = keys.time === undefined ? undefined : timesOf(columnOf(source.table, keys.time));
  sourceRows.forEach((sourceRow, row) => {
    if (times && Number.isNaN(times[sourceRow])) throw lacking(row, keys.time!);
    if (groups && groups[sourceRow]! < 0) throw lacking(row, keys.group!);
  });

  const order = rows.toSorted(
    (a, b) => (groups ? groups[a]! - groups[b]! : 0) || (times ? times[a]! - times[b]! : 0) || a - b,
  );
  const rowOf = new Map(Array.from(sourceRows, (sourceRow, row) => [sourceRow, row] as const));
  const series: number[][] = [];
  let current: number[] = [];
  order.forEach((sourceRow, position) => {
    const row = rowOf.get(sourceRow);
    const isNewGroup =
      groups !== undefined && position > 0 && groups[order[position - 1]!] !== groups[sourceRow];
    if (row === undefined || isNewGroup) current = [];
    if (row === undefined) return;
    if (current.length === 0) series.push(current);
    current.push(row);
  });
  return series.map((own) => Int32Array.from(own));
}

/** A number for the group of each row of the source, −1 where it is missing. */
function groupsOf({ source }: PartTables, name: string | undefined): Int32Array | undefined {
  if (name === undefined) return undefined;
  const column = columnOf(source.table, name);
  if (column.kind === 'category') return column.codes;
  if (column.kind === 'tensor') throw new Error(`"${name}" is a column of arrays`);
  const numbers = new Map(
    [...new Set(column.values)].sort((a, b) => a - b).map((value, index) => [value, index]),
  );
  return Int32Array.from(column.values, (value) => (Number.isNaN(value) ? -1 : numbers.get(value)!));
}

function lacking(row: number, column: string): ValueProblem {
  return new ValueProblem('the value is missing, so it is unknown which rows follow each other', {
    row,
    column,
    fix: 'Fill it in the file, or leave the row out.',
  });
}
