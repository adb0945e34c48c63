import type { Stream } from '../random/stream.ts';
import type { ColumnInfo, Table } from './table.ts';

/** The names of the parts that data is split into. */
export const PART_NAMES = ['train', 'validation', 'test'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** Row numbers of each part: disjoint; a part may be empty, except `train`. */
export type SplitRows = Readonly<Record<PartName, Int32Array>>;

export interface SplitPart {
  /** The columns it needs, so that a missing one is found before data is loaded, by option. */
  readonly columns: readonly { readonly option: string; readonly name: string }[];
  /** Which parts will have rows. */
  readonly parts: readonly PartName[];
  /** @throws ComponentProblem when the columns do not suit it. */
  check(columns: readonly ColumnInfo[]): void;
  /** @throws ComponentProblem when there are too few rows. */
  split(table: Table, stream: Stream): SplitRows;
  /** Of splits by time: row numbers in order of time. */
  order?(table: Table): Int32Array;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    split: { part: SplitPart; context: undefined };
  }
}
