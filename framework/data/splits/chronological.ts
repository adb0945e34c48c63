import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { PART_NAMES, type SplitPart } from '../split.ts';
import { columnOf } from '../table-rows.ts';
import type { ColumnInfo, Table } from '../table.ts';
import { areCounts, checkShares, countRows, partsOf, shareOptions, sharesOf } from './shares.ts';
import { keysOf, splitColumn } from './split-column.ts';

/** The past to learn from, the future to be judged by. */
export const chronological = defineComponent({
  kind: 'split',
  type: 'chronological',
  summary: 'The first rows for training, the next for validation, the last for the test, with gaps between.',
  when: 'Series in time: the future must not help to predict the past. With windows let gap be their length.',
  options: {
    by: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Column of numbers or of ISO dates (2024-01-31) that orders the rows; without it they stay as they lie.',
      }),
    ),
    ...shareOptions,
    gap: Type.Integer({
      minimum: 0,
      default: 0,
      description:
        'Number of rows left out between two parts, so that neighbours do not give each other away.',
      reason: 'how long neighbours resemble each other is known only to you',
    }),
  },
  example: { by: 'time', train: 0.7, validation: 0.15, test: 0.15, gap: 10 },
  build({ by, gap, ...options }): SplitPart {
    const shares = sharesOf(options);
    checkShares(shares);
    const wanted = partsOf(shares);
    return {
      columns: by === undefined ? [] : [{ option: 'by', name: by }],
      parts: wanted,
      check(columns) {
        if (by !== undefined) checkOrder(splitColumn(columns, by, 'by'));
      },
      split(table) {
        const order =
          by === undefined ? Int32Array.from({ length: table.rows }, (_, row) => row) : sort(table, by);
        const lost = gap * (wanted.length - 1);
        if (lost >= table.rows) {
          throw new ComponentProblem(`the gaps take ${lost} rows, but there are ${table.rows}`, {
            option: 'gap',
            fix: 'Lower gap.',
          });
        }
        const counts = countRows(shares, table.rows - lost);
        // Numbers of rows leave some over: the oldest, because the newest are most like what will come.
        let next = areCounts(shares) ? table.rows - lost - counts.reduce((sum, count) => sum + count, 0) : 0;
        const rows = PART_NAMES.map((part, index) => {
          const own = order.slice(next, next + counts[index]!);
          if (counts[index]! > 0) next += own.length + gap;
          return [part, own] as const;
        });
        return Object.fromEntries(rows) as Record<(typeof PART_NAMES)[number], Int32Array>;
      },
    };
  },
});

/** A date or a date and time, from which the order of texts is the order in time. */
const ISO_DATE = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?)?$/;

function checkOrder(column: ColumnInfo): void {
  if (column.kind === 'number') return;
  const odd = column.kind === 'category' ? column.categories.find((name) => !ISO_DATE.test(name)) : undefined;
  if (column.kind === 'category' && odd === undefined) return;
  throw new ComponentProblem(
    odd === undefined
      ? `"${column.name}" is a column of arrays, which have no order in time`
      : `"${column.name}" holds "${odd}", which is no date`,
    { option: 'by', fix: 'Name a column of numbers or of dates such as 2024-01-31 or 2024-01-31T12:00:00.' },
  );
}

/** The rows in order of that column; where it is equal, as they lie. */
function sort(table: Table, by: string): Int32Array {
  const keys = keysOf(table, by, 'by');
  const column = columnOf(table, by);
  const rows = Int32Array.from(keys.keys());
  if (column.kind === 'number') return rows.sort((a, b) => column.values[a]! - column.values[b]! || a - b);
  return rows.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}
