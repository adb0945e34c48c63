import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { defineComponent } from '../../component/component.ts';
import { logarithm } from '../../random/normal-quantile.ts';
import { exponential, exponentialMinusOne } from '../../random/power.ts';
import type { Column } from '../table.ts';
import type { FittedTransform } from '../transform.ts';
import { ValueProblem } from '../value-problem.ts';
import { chooseColumns, columnsOption, mapColumns } from './choose-columns.ts';

const stateSchema = Type.Object({ columns: Type.Record(Type.String(), Type.Boolean()) });
/** For each column whether 1 is added. */
type LogState = Static<typeof stateSchema>;

/** The natural logarithm. */
export const log = defineComponent({
  kind: 'transform',
  type: 'log',
  summary: 'Takes the natural logarithm of columns, of 1 + x unless plusOne is false.',
  when: 'Amounts that span powers of ten, such as prices or counts; also for targets, where it is undone.',
  formula: 'ln(1 + x), or ln(x) with plusOne: false',
  options: {
    columns: columnsOption('numbers'),
    plusOne: Type.Boolean({
      default: true,
      description: 'Whether 1 is added before, so that 0 stays 0.',
      reason: 'counts and amounts are often 0',
    }),
  },
  example: { columns: ['body_mass_g'] },
  build: ({ columns: names, plusOne }) => ({
    describe(columns) {
      chooseColumns(columns, names, ['number']);
      return columns;
    },
    fit(training) {
      const chosen = chooseColumns(training.columns, names, ['number']);
      return fitted({ columns: Object.fromEntries(chosen.map((name) => [name, plusOne])) });
    },
    restore(state) {
      if (!Value.Check(stateSchema, state)) throw new Error('this is no state of log');
      return fitted(state);
    },
  }),
});

function fitted(state: LogState): FittedTransform {
  return {
    state,
    transform: (table) =>
      mapColumns(table, state.columns, (column, plusOne): Column => {
        const values = numbersOf(column).map((value, row) => {
          if (plusOne ? value > -1 : value > 0) return plusOne ? logarithmOfOnePlus(value) : logarithm(value);
          if (Number.isNaN(value)) return value;
          throw new ValueProblem(`${value} has no logarithm${plusOne ? ' even when 1 is added' : ''}`, {
            row,
            column: column.name,
            value: String(value),
            fix: value === 0 ? 'Write plusOne: true.' : 'Leave the column out of log, or clip it before.',
          });
        });
        return { name: column.name, kind: 'number', values };
      }),
    inverse: (table) =>
      mapColumns(table, state.columns, (column, plusOne): Column => {
        const values = numbersOf(column).map((value) =>
          plusOne ? exponentialMinusOne(value) : exponential(value),
        );
        return { name: column.name, kind: 'number', values };
      }),
  };
}

/** ln(1 + x) without losing the digits of a small x (W. Kahan); the same bits on every machine, unlike Math.log1p. */
function logarithmOfOnePlus(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : (logarithm(sum) * x) / (sum - 1);
}

function numbersOf(column: Column): Float64Array {
  if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
  return column.values;
}
