import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { Json } from '../../component/json.ts';
import type { FittedTransform, TransformPart } from '../transform.ts';
import { columnOf } from '../table-rows.ts';
import type { Column, Table } from '../table.ts';
import { chooseColumns, mapColumns } from './choose-columns.ts';

const stateSchema = Type.Object({
  columns: Type.Record(Type.String(), Type.Object({ shift: Type.Number(), scale: Type.Number() })),
});

/** `(value − shift) / scale` for each column; a scale of 0 stands for a constant column. */
export type AffineState = Static<typeof stateSchema>;

/** What a transform of the form `(value − shift) / scale` needs to be defined. */
export interface AffineRule {
  /** The user's choice of columns; none for all of numbers. */
  readonly columns: readonly string[];
  /** Whether arrays are changed too when no column is named. */
  readonly includeArrays?: boolean;
  /** What a column turns into when it is constant in the training part. */
  readonly constant?: number;
  /** Learns shift and scale from the values of the training part that are not missing; at least one. */
  learn(values: Iterable<number>): { readonly shift: number; readonly scale: number };
}

/**
 * A transform that shifts and scales columns by what it learned from the training part. A column that is
 * constant there becomes a constant, everywhere, never NaN. Missing values stay missing.
 */
export function affineTransform(rule: AffineRule): TransformPart {
  const kinds = ['number', 'tensor'] as const;
  const defaults = rule.includeArrays ? kinds : (['number'] as const);
  return {
    describe(columns) {
      chooseColumns(columns, rule.columns, kinds, defaults);
      return columns;
    },
    fit(training) {
      const names = chooseColumns(training.columns, rule.columns, kinds, defaults);
      const learned = names.map((name) => [name, learnColumn(columnOf(training, name), rule)] as const);
      return fitted({ columns: Object.fromEntries(learned) }, rule.constant ?? 0);
    },
    restore(state: Json) {
      if (!Value.Check(stateSchema, state)) throw new Error('this is no state of a scaling transform');
      return fitted(state, rule.constant ?? 0);
    },
  };
}

function learnColumn(column: Column, rule: AffineRule): { shift: number; scale: number } {
  if (column.kind === 'category') throw new Error(`"${column.name}" is a column of categories`);
  const { values } = column;
  // Without any value there is nothing to learn; what may come later is treated as a constant.
  if (values.every((value) => Number.isNaN(value))) return { shift: 0, scale: 0 };
  return rule.learn(presentValues(values));
}

function* presentValues(values: Iterable<number>): Iterable<number> {
  for (const value of values) if (!Number.isNaN(value)) yield value;
}

function fitted(state: AffineState, constant: number): FittedTransform {
  const map = (table: Table, change: (value: number, shift: number, scale: number) => number) =>
    mapColumns(table, state.columns, (column, { shift, scale }) => mapValues(column, shift, scale, change));
  return {
    state,
    transform: (table) =>
      map(table, (value, shift, scale) =>
        scale === 0 && !Number.isNaN(value) ? constant : (value - shift) / scale,
      ),
    inverse: (table) =>
      map(table, (value, shift, scale) =>
        scale === 0 && !Number.isNaN(value) ? shift : value * scale + shift,
      ),
  };
}

function mapValues(
  column: Column,
  shift: number,
  scale: number,
  change: (value: number, shift: number, scale: number) => number,
): Column {
  if (column.kind === 'category') throw new Error(`"${column.name}" is a column of categories`);
  // A loop instead of map(): images have millions of values.
  const length = column.values.length;
  const values = column.kind === 'number' ? new Float64Array(length) : new Float32Array(length);
  for (let index = 0; index < length; index++) values[index] = change(column.values[index]!, shift, scale);
  return { ...column, values } as Column;
}
