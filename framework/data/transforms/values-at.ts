import type { Column } from '../table.ts';

/** A moment between two rows of a series. */
export interface Moment {
  /** The last row that is not later. */
  readonly before: number;
  /** The next row; the same where there is none. */
  readonly after: number;
  /** How far from one to the other, from 0 to 1. */
  readonly share: number;
}

/** The values of a column at moments between its rows. Categories are held: between two there is none. */
export function valuesAt(column: Column, moments: readonly Moment[], method: 'linear' | 'hold'): Column {
  switch (column.kind) {
    case 'category':
      return { ...column, codes: Int32Array.from(moments, ({ before }) => column.codes[before]!) };
    case 'number': {
      const { values } = column;
      const between = ({ before, after, share }: Moment) =>
        // Exactly on a row the next one must not matter, for it may be missing.
        method === 'hold' || share === 0
          ? values[before]!
          : values[before]! + share * (values[after]! - values[before]!);
      return { ...column, values: Float64Array.from(moments, between) };
    }
    case 'tensor':
      throw new Error(`"${column.name}" is a column of arrays`);
  }
}
