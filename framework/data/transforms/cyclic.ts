import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { defineComponent } from '../../component/component.ts';
import { cosine, sine } from '../generators/sine.ts';
import type { ColumnInfo, NumberColumn } from '../table.ts';
import type { FittedTransform } from '../transform.ts';
import { chooseColumns, mapColumns } from './choose-columns.ts';

const stateSchema = Type.Object({
  columns: Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 })),
});
/** The period of each column. */
type CyclicState = Static<typeof stateSchema>;

/** A point on a circle for numbers that come round again. */
export const cyclic = defineComponent({
  kind: 'transform',
  type: 'cyclic',
  summary: 'Replaces a number that comes round again by its place on a circle: `hour:sin` and `hour:cos`.',
  when: 'Hours, weekdays, months, angles: 23 o’clock is next to 0, which the plain number hides.',
  formula: 'sin(2π x / period) and cos(2π x / period)',
  options: {
    columns: Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'Columns of numbers of that period.',
    }),
    period: Type.Number({
      exclusiveMinimum: 0,
      description: 'After how much the column begins again: 24 for hours, 7 for weekdays, 360 for degrees.',
    }),
  },
  example: { columns: ['hour'], period: 24 },
  build({ columns: names, period }) {
    const split = (name: string): ColumnInfo[] => [
      { name: `${name}:sin`, kind: 'number' },
      { name: `${name}:cos`, kind: 'number' },
    ];
    return {
      describe(columns) {
        const chosen = chooseColumns(columns, names, ['number']);
        return columns.flatMap((column) => (chosen.includes(column.name) ? split(column.name) : column));
      },
      // The period is given, so there is nothing to learn.
      fit: (training) => {
        const chosen = chooseColumns(training.columns, names, ['number']);
        return fitted({ columns: Object.fromEntries(chosen.map((name) => [name, period])) });
      },
      restore(state) {
        if (!Value.Check(stateSchema, state)) throw new Error('this is no state of cyclic');
        return fitted(state);
      },
    };
  },
});

function fitted(state: CyclicState): FittedTransform {
  return {
    state,
    transform: (table) =>
      mapColumns(table, state.columns, (column, period): readonly NumberColumn[] => {
        if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
        // The rest of the division keeps the angle small, where the sine is exact.
        const angles = column.values.map((value) => 2 * Math.PI * ((value % period) / period));
        return [
          { name: `${column.name}:sin`, kind: 'number', values: angles.map(sine) },
          { name: `${column.name}:cos`, kind: 'number', values: angles.map(cosine) },
        ];
      }),
  };
}
