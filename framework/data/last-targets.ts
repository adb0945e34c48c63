import { columnOf } from './table-rows.ts';
import type { Table } from './table.ts';

/**
 * The targets one step earlier, for rows in order of time: what is known when the next one is to be predicted.
 * @param table the rows that are used, before any transform
 * @param targets columns of numbers
 * @param order row numbers of the table in order of time
 * @param sourceRows the source row of every row of the table
 * @returns for source rows: values `[rows, targets]` in the unit of the source; NaN for the very first
 */
export function lastTargets(
  table: Table,
  targets: readonly string[],
  order: Int32Array,
  sourceRows: Int32Array,
): (rows: Int32Array) => Float32Array {
  const columns = targets.map((name) => columnOf(table, name));
  /** The row before, by source row. */
  const before = new Map<number, number>();
  for (let place = 1; place < order.length; place++)
    before.set(sourceRows[order[place]!]!, order[place - 1]!);
  return (rows) => {
    const values = new Float32Array(rows.length * targets.length);
    columns.forEach((column, position) => {
      if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
      rows.forEach((row, index) => {
        const earlier = before.get(row);
        values[index * targets.length + position] =
          earlier === undefined ? Number.NaN : column.values[earlier]!;
      });
    });
    return values;
  };
}
