import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Column } from '../table.ts';
import type { FittedTransform } from '../transform.ts';
import { columnOf } from '../table-rows.ts';
import { chooseColumns, columnsOption, mapColumns } from './choose-columns.ts';

const bound = Type.Union([Type.Number(), Type.Null()]);
const stateSchema = Type.Object({
  columns: Type.Record(Type.String(), Type.Object({ low: bound, high: bound })),
});
/** The bounds of each column, null where there is none. */
type ClipState = Static<typeof stateSchema>;

/** Values beyond a bound become the bound. */
export const clip = defineComponent({
  kind: 'transform',
  type: 'clip',
  summary:
    'Sets values below a lower bound or above an upper one to that bound, given or learned as quantiles.',
  when: 'Outliers that are errors or would dominate the loss. Missing values stay missing.',
  formula: 'min(max(x, low), high)',
  options: {
    columns: columnsOption('numbers'),
    low: Type.Optional(Type.Number({ description: 'The lower bound, where there is a fixed one.' })),
    high: Type.Optional(Type.Number({ description: 'The upper bound, where there is a fixed one.' })),
    quantile: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        exclusiveMaximum: 0.5,
        description:
          'Bounds that are not given are learned: 0.01 cuts at the 1 % and the 99 % quantile of the training part.',
      }),
    ),
  },
  example: { quantile: 0.01 },
  build({ columns: names, low, high, quantile }) {
    if (low === undefined && high === undefined && quantile === undefined) {
      throw new ComponentProblem('neither low nor high nor quantile is given', {
        option: 'type',
        fix: 'Give a bound, or quantile: 0.01 to learn both.',
      });
    }
    if (low !== undefined && high !== undefined && !(low < high)) {
      throw new ComponentProblem(`low (${low}) is not below high (${high})`, {
        option: 'high',
        fix: 'Give high the larger number.',
      });
    }
    return {
      describe(columns) {
        chooseColumns(columns, names, ['number']);
        return columns;
      },
      fit(training) {
        const learned = chooseColumns(training.columns, names, ['number']).map((name) => {
          const sorted = presentValues(columnOf(training, name)).sort();
          const learn = (share: number) =>
            quantile === undefined || sorted.length === 0 ? null : quantileOf(sorted, share);
          return [
            name,
            { low: low ?? learn(quantile ?? 0), high: high ?? learn(1 - (quantile ?? 0)) },
          ] as const;
        });
        return fitted({ columns: Object.fromEntries(learned) });
      },
      restore(state) {
        if (!Value.Check(stateSchema, state)) throw new Error('this is no state of clip');
        return fitted(state);
      },
    };
  },
});

function presentValues(column: Column): Float64Array {
  if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
  return column.values.filter((value) => !Number.isNaN(value));
}

/** The quantile of sorted values, linear between neighbours (the default of R and NumPy, type 7). */
function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

function fitted(state: ClipState): FittedTransform {
  return {
    state,
    transform: (table) =>
      mapColumns(table, state.columns, (column, { low, high }): Column => {
        if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
        const [least, most] = [low ?? -Infinity, high ?? Infinity];
        // Comparisons with NaN are false, so what is missing stays so.
        const values = column.values.map((value) => (value < least ? least : value > most ? most : value));
        return { ...column, values };
      }),
  };
}
