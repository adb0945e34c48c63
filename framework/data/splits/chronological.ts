import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { PART_NAMES, type SplitPart } from '../split.ts';
import { checkTime, timesOf } from '../series.ts';
import { columnOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import { areCounts, checkShares, countRows, partsOf, shareOptions, sharesOf } from './shares.ts';
import { splitColumn } from './split-column.ts';

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
    const inOrder = (table: Table) =>
      by === undefined ? Int32Array.from({ length: table.rows }, (_, row) => row) : sort(table, by);
    return {
      columns: by === undefined ? [] : [{ option: 'by', name: by }],
      parts: wanted,
      check(columns) {
        if (by !== undefined) checkTime(splitColumn(columns, by, 'by'), 'by');
      },
      order: inOrder,
      split(table) {
        const order = inOrder(table);
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

/** The rows in order of that column; where it is equal, as they lie. */
function sort(table: Table, by: string): Int32Array {
  const times = timesOf(columnOf(table, by));
  const missing = times.reduce((sum, time) => sum + Number(Number.isNaN(time)), 0);
  if (missing > 0) {
    throw new ComponentProblem(`"${by}" is missing in ${missing} of ${table.rows} rows`, {
      option: 'by',
      fix: 'Fill it in the file, so that it is known when each row was.',
    });
  }
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
  return rows.sort((a, b) => times[a]! - times[b]! || a - b);
}
