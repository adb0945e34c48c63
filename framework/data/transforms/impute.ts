import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Column, ColumnInfo } from '../table.ts';
import type { FittedTransform } from '../transform.ts';
import { columnOf } from '../table-rows.ts';
import { chooseColumns, mapColumns } from './choose-columns.ts';
import { meanAndDeviation } from './standardize.ts';

const stateSchema = Type.Object({
  columns: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
});
type ImputeState = Static<typeof stateSchema>;

/** Fills missing values. */
export const impute = defineComponent({
  kind: 'transform',
  type: 'impute',
  summary: 'Replaces missing values by one value per column, learned from the training part or given.',
  when: 'Too many rows lack a value to drop them all. Needs missing: keep; put it before other transforms.',
  options: {
    columns: Type.Array(Type.String(), {
      default: [],
      uniqueItems: true,
      description: 'Which columns; empty: all that the strategy fits.',
      reason: 'most often all of them want the same treatment',
    }),
    strategy: Type.Union(
      [Type.Literal('mean'), Type.Literal('median'), Type.Literal('mostFrequent'), Type.Literal('constant')],
      {
        default: 'median',
        description:
          'mean or median of the numbers, the most frequent value (numbers or categories), or a given constant.',
        reason: 'outliers move the mean but hardly the median',
      },
    ),
    value: Type.Optional(
      Type.Union([Type.Number(), Type.String()], {
        description: 'For the strategy constant: a number, or the name of a category.',
      }),
    ),
  },
  example: { strategy: 'median' },
  build({ columns: names, strategy, value }) {
    if ((strategy === 'constant') !== (value !== undefined)) {
      throw new ComponentProblem(
        value === undefined
          ? 'the strategy constant needs a value'
          : `value is only used by the strategy constant, not by ${strategy}`,
        {
          option: value === undefined ? 'strategy' : 'value',
          fix: 'Write both strategy: constant and value.',
        },
      );
    }
    const kinds = fittingKinds(strategy, value);
    const choose = (columns: readonly ColumnInfo[]) => chooseColumns(columns, names, kinds);
    return {
      describe(columns) {
        const chosen = choose(columns);
        for (const column of columns) {
          if (column.kind !== 'category' || !chosen.includes(column.name) || typeof value !== 'string')
            continue;
          if (!column.categories.includes(value)) {
            throw new ComponentProblem(`"${column.name}" has no category "${value}"`, {
              option: 'value',
              fix: `Its categories are ${column.categories.join(', ')}.`,
            });
          }
        }
        return columns;
      },
      fit(training) {
        const learned = choose(training.columns).map(
          (name) => [name, value ?? learn(columnOf(training, name), strategy)] as const,
        );
        return fitted({ columns: Object.fromEntries(learned) });
      },
      restore(state) {
        if (!Value.Check(stateSchema, state)) throw new Error('this is no state of impute');
        return fitted(state);
      },
    };
  },
});

function fittingKinds(strategy: string, value: unknown): ('number' | 'category')[] {
  if (strategy === 'constant') return [typeof value === 'string' ? 'category' : 'number'];
  return strategy === 'mostFrequent' ? ['number', 'category'] : ['number'];
}

function learn(column: Column, strategy: string): number | string {
  if (column.kind === 'category') {
    const code = mostFrequent(column.codes.filter((candidate) => candidate >= 0));
    if (code !== undefined) return column.categories[code]!;
  } else if (column.kind === 'number') {
    const present = column.values.filter((value) => !Number.isNaN(value)).sort();
    if (strategy === 'mean' && present.length > 0) return meanAndDeviation(present).shift;
    if (strategy === 'median' && present.length > 0) {
      return (present[(present.length - 1) >> 1]! + present[present.length >> 1]!) / 2;
    }
    const value = mostFrequent(present);
    if (value !== undefined) return value;
  }
  throw new ComponentProblem(`"${column.name}" has no value in the training part to learn from`, {
    option: 'columns',
    fix: 'Leave the column out, or use the strategy constant.',
  });
}

/** The most frequent value, the smallest of those that tie; undefined of none. */
function mostFrequent(values: Int32Array | Float64Array): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values.toSorted()) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > counts.get(best)!) best = value;
  }
  return best;
}

function fitted(state: ImputeState): FittedTransform {
  return {
    state,
    transform: (table) =>
      mapColumns(table, state.columns, (column, filling): Column => {
        if (column.kind === 'number') {
          return {
            ...column,
            values: column.values.map((value) => (Number.isNaN(value) ? Number(filling) : value)),
          };
        }
        if (column.kind !== 'category') throw new Error(`"${column.name}" is a column of arrays`);
        const code = column.categories.indexOf(String(filling));
        if (code < 0) throw new Error(`"${column.name}" has no category "${filling}"`);
        return { ...column, codes: column.codes.map((value) => (value < 0 ? code : value)) };
      }),
  };
}
