import type { Table } from './table.ts';

/** The rows of one part on their way through the transforms. */
export interface PartTables {
  /** The features as the transforms so far left them. */
  readonly features: Table;
  /** The targets of the same rows, before target transforms; without columns where there are none, as at prediction. */
  readonly targets: Table;
  /** `[rows]` row number in the source, from 0; of a window or a point on a grid, the last source row that it saw. */
  readonly sourceRows: Int32Array;
  readonly source: SourceRows;
  /** Series of rows that a transform before made, each in order; absent: rows are as in the source. */
  readonly series?: readonly Int32Array[];
}

/** The whole source, to find which rows follow each other. */
export interface SourceRows {
  /** All rows and columns before any transform. */
  readonly table: Table;
  /** Numbers of the rows that are used, ascending: not those left out by the limit or for a missing value. */
  readonly used: Int32Array;
}

/** A table without columns: the targets where there are none. */
export const noColumns = (rows: number): Table => ({ rows, columns: [] });

/** A table as a part of its own, all of whose rows are the source. */
export function partOfTable(table: Table): PartTables {
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
  return {
    features: table,
    targets: noColumns(table.rows),
    sourceRows: rows,
    source: { table, used: rows },
  };
}
