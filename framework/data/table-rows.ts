import type { Column, ColumnInfo, Table } from './table.ts';

/** The rows of those numbers, in that order, as a new table. */
export function selectRows(table: Table, rows: Int32Array): Table {
  return { rows: rows.length, columns: table.columns.map((column) => selectColumn(column, rows)) };
}

function selectColumn(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'number':
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) };
    case 'category':
      return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) };
    case 'tensor': {
      const size = sizeOf(column.shape);
      const values =
        column.values instanceof Uint8Array
          ? new Uint8Array(rows.length * size)
          : new Float32Array(rows.length * size);
      rows.forEach((row, index) => {
        values.set(column.values.subarray(row * size, (row + 1) * size), index * size);
      });
      return { ...column, values };
    }
  }
}

/** The columns of those names, in that order. @throws Error for an unknown name: names are checked before. */
export function selectColumns(table: Table, names: readonly string[]): Table {
  return { rows: table.rows, columns: names.map((name) => columnOf(table, name)) };
}

/** The column of that name. @throws Error for an unknown name: names are checked before. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`the table has no column "${name}"`);
  return column;
}

/** What is known of a column without its values. */
export function infoOf(column: Column): ColumnInfo {
  switch (column.kind) {
    case 'number':
      return { name: column.name, kind: 'number' };
    case 'category':
      return { name: column.name, kind: 'category', categories: column.categories };
    case 'tensor':
      return { name: column.name, kind: 'tensor', shape: column.shape };
  }
}

/** Whether the value of that row is missing. Arrays have no missing values. */
export function isMissing(column: Column, row: number): boolean {
  if (column.kind === 'number') return Number.isNaN(column.values[row]);
  return column.kind === 'category' && column.codes[row]! < 0;
}

/** The number of elements of a shape; 1 for the empty one. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
