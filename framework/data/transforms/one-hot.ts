import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { defineComponent } from '../../component/component.ts';
import type { ColumnInfo, NumberColumn } from '../table.ts';
import type { FittedTransform } from '../transform.ts';
import { infoOf } from '../table-rows.ts';
import { chooseColumns, columnsOption, mapColumns } from './choose-columns.ts';
import { positionsIn } from './known-categories.ts';

const stateSchema = Type.Object({ columns: Type.Record(Type.String(), Type.Array(Type.String())) });
/** The categories of each column, in the order of the new columns. */
type OneHotState = Static<typeof stateSchema>;

/** A column of categories becomes one column of 0 and 1 per category. */
export const oneHot = defineComponent({
  kind: 'transform',
  type: 'oneHot',
  summary: 'Turns a column of categories into one column of 0 and 1 for each category, named `sex=female`.',
  when: 'Categories without an order, as a feature. A missing value stays missing: drop such rows or impute before.',
  options: { columns: columnsOption('categories') },
  example: { columns: ['sex'] },
  build({ columns: names }) {
    const stateOf = (columns: readonly ColumnInfo[]): OneHotState => {
      const chosen = chooseColumns(columns, names, ['category']);
      const state: Record<string, string[]> = {};
      for (const column of columns) {
        if (column.kind !== 'category' || !chosen.includes(column.name)) continue;
        state[column.name] = [...column.categories];
      }
      return { columns: state };
    };
    return {
      describe(columns) {
        const state = stateOf(columns);
        return columns.flatMap((column): ColumnInfo | ColumnInfo[] =>
          Object.hasOwn(state.columns, column.name)
            ? state.columns[column.name]!.map((category) => ({
                name: `${column.name}=${category}`,
                kind: 'number',
              }))
            : column,
        );
      },
      // Which categories exist is part of the column's kind, known before the split; rows are not looked at.
      fit: (training) => fitted(stateOf(training.columns.map(infoOf))),
      restore(state) {
        if (!Value.Check(stateSchema, state)) throw new Error('this is no state of oneHot');
        return fitted(state);
      },
    };
  },
});

function fitted(state: OneHotState): FittedTransform {
  return {
    state,
    transform: (table) =>
      mapColumns(table, state.columns, (column, categories) => {
        const positions = positionsIn(categories, column);
        return categories.map((category, index): NumberColumn => {
          const values = Float64Array.from(positions, (position) =>
            position < 0 ? Number.NaN : Number(position === index),
          );
          return { name: `${column.name}=${category}`, kind: 'number', values };
        });
      }),
  };
}
