import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { ColumnInfo } from '../table.ts';
import type { FittedTransform } from '../transform.ts';
import { infoOf } from '../table-rows.ts';
import { chooseColumns, columnsOption, mapColumns } from './choose-columns.ts';
import { positionsIn } from './known-categories.ts';

const stateSchema = Type.Object({ columns: Type.Record(Type.String(), Type.Array(Type.String())) });
/** The categories of each column in their order. */
type OrdinalState = Static<typeof stateSchema>;

/** A column of categories becomes one of their numbers 0, 1, 2, … */
export const ordinal = defineComponent({
  kind: 'transform',
  type: 'ordinal',
  summary: 'Turns categories into their numbers 0, 1, 2, … in a given order.',
  when: 'Categories with an order (small, medium, large), or before an embedding. Else oneHot: red is not less than blue.',
  options: {
    columns: columnsOption('categories'),
    order: Type.Array(Type.String(), {
      default: [],
      uniqueItems: true,
      description:
        'All categories, lowest first; empty: the order of the column, which is sorted for text files.',
    }),
  },
  example: { columns: ['sex'], order: ['male', 'female'] },
  build({ columns: names, order }) {
    const stateOf = (columns: readonly ColumnInfo[]): OrdinalState => {
      const chosen = chooseColumns(columns, names, ['category']);
      const state: Record<string, string[]> = {};
      for (const column of columns) {
        if (column.kind !== 'category' || !chosen.includes(column.name)) continue;
        const lacking =
          order.length > 0 ? column.categories.find((name) => !order.includes(name)) : undefined;
        if (lacking !== undefined) {
          throw new ComponentProblem(`the order lacks the category "${lacking}" of "${column.name}"`, {
            option: 'order',
            fix: `Name all of them: ${column.categories.join(', ')}.`,
          });
        }
        state[column.name] = order.length > 0 ? [...order] : [...column.categories];
      }
      return { columns: state };
    };
    return {
      describe(columns) {
        const state = stateOf(columns);
        return columns.map((column): ColumnInfo =>
          Object.hasOwn(state.columns, column.name) ? { name: column.name, kind: 'number' } : column,
        );
      },
      // Which categories exist is part of the column's kind, known before the split; rows are not looked at.
      fit: (training) => fitted(stateOf(training.columns.map(infoOf))),
      restore(state) {
        if (!Value.Check(stateSchema, state)) throw new Error('this is no state of ordinal');
        return fitted(state);
      },
    };
  },
});

function fitted(state: OrdinalState): FittedTransform {
  return {
    state,
    transform: (table) =>
      mapColumns(table, state.columns, (column, order) => {
        const values = Float64Array.from(positionsIn(order, column), (position) =>
          position < 0 ? Number.NaN : position,
        );
        return { name: column.name, kind: 'number', values };
      }),
  };
}
