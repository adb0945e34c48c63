import { Type } from '@sinclair/typebox';
import type { Stream } from '../../random/stream.ts';
import type { SourcePart } from '../source.ts';
import type { Column, ColumnInfo } from '../table.ts';

/** A table whose rows are computed. */
export interface Recipe {
  readonly rows: number;
  readonly columns: readonly Exclude<ColumnInfo, { kind: 'tensor' }>[];
  /**
   * One row: a number for each column, for categories the index of the category.
   * @param index the number of the row, from 0
   * @param stream the stream of this row alone
   */
  item(index: number, stream: Stream): readonly number[];
}

/**
 * A source that computes its rows. Row `i` depends on the seed and on `i` only, not on how many rows are
 * asked for nor on the others, so a longer table begins with the shorter one.
 */
export function generatedSource(recipe: Recipe, stream: Stream): SourcePart {
  return {
    describe: () => Promise.resolve({ columns: recipe.columns, rows: recipe.rows }),
    load: () => {
      const items = Array.from({ length: recipe.rows }, (_, index) =>
        recipe.item(index, stream.derive(index)),
      );
      const columns = recipe.columns.map((info, position): Column => {
        return info.kind === 'number'
          ? { ...info, values: Float64Array.from(items, (item) => item[position]!) }
          : { ...info, codes: Int32Array.from(items, (item) => item[position]!) };
      });
      return Promise.resolve({ table: { rows: recipe.rows, columns }, files: [] });
    },
  };
}

/** The option `rows` of every generator. */
export const rowsOption = (rows: number) =>
  Type.Integer({
    minimum: 1,
    maximum: 10_000_000,
    default: rows,
    description: 'Number of rows.',
    reason: 'enough to learn from and to hold some out, and fast',
  });

/** The option `noise` of every generator. */
export const noiseOption = (noise: number, description: string) =>
  Type.Number({
    minimum: 0,
    default: noise,
    description,
    reason: 'real data are never exact',
  });

/** Two coordinates and one of two classes: the columns of the generators for classification. */
export const POINT_COLUMNS = [
  { name: 'x1', kind: 'number' },
  { name: 'x2', kind: 'number' },
  { name: 'label', kind: 'category', categories: ['0', '1'] },
] as const;
