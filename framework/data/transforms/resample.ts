import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { partOfTable, type PartTables } from '../part-tables.ts';
import { seriesOf, timesOf } from '../series.ts';
import { columnOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import type { FittedTransform, TransformPart } from '../transform.ts';
import { checkKeys, groupOption, keysOf } from './series-options.ts';
import { valuesAt, type Moment } from './values-at.ts';

/** More rows than this are a mistake in the interval. */
const MOST_ROWS = 50_000_000;

/** Series on a regular grid of time. */
export const resample = defineComponent({
  kind: 'transform',
  type: 'resample',
  summary:
    'Brings series to a regular grid of time, by straight lines between the rows or by holding values.',
  when: 'Readings at irregular times, before window. Each part is resampled on its own, so nothing leaks from the future.',
  options: {
    time: Type.String({
      minLength: 1,
      description:
        'Column of the source with the time: numbers, or ISO dates (then in seconds). It need be no feature.',
    }),
    interval: Type.Number({
      exclusiveMinimum: 0,
      description:
        'Time from one row of the grid to the next, in the unit of the column; of dates in seconds.',
    }),
    method: Type.Union([Type.Literal('linear'), Type.Literal('hold')], {
      default: 'linear',
      description:
        'Between two rows: a straight line, or the value of the earlier one. Categories are always held.',
      reason: 'most quantities that are measured change steadily',
    }),
    maximumGap: Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.Null()], {
      default: null,
      description:
        'Rows further apart than that begin a new series: nothing is made up between them. null: never.',
      reason: 'which pause is too long is known only to you',
    }),
    group: groupOption,
  },
  example: { time: 'time', interval: 0.5 },
  build({ time, interval, method, maximumGap, group }): TransformPart {
    const keys = { group, time };
    const fitted: FittedTransform = {
      state: {},
      transform: (table) => regular(partOfTable(table)).features,
      rearrange: (part) => regular(part),
    };
    const regular = (part: PartTables): PartTables => {
      const sourceTimes = timesOf(columnOf(part.source.table, time));
      const times = Float64Array.from(part.sourceRows, (row) => sourceTimes[row]!);
      // Rows that were dropped for a missing value are what resampling bridges.
      const series = seriesOf(part, keys, true).flatMap((rows) => cutAtGaps(rows, times, maximumGap));
      checkSize(series, times);
      const moments: Moment[] = [];
      const grids = series.map((rows) => {
        const start = moments.length;
        addMoments(rows, times, moments);
        return Int32Array.from({ length: moments.length - start }, (_, index) => start + index);
      });
      const at = (table: Table): Table => ({
        rows: moments.length,
        columns: table.columns.map((column) => valuesAt(column, moments, method)),
      });
      return {
        features: at(part.features),
        targets: at(part.targets),
        sourceRows: Int32Array.from(moments, ({ before }) => part.sourceRows[before]!),
        source: part.source,
        series: grids,
      };
    };
    const addMoments = (rows: Int32Array, times: Float64Array, moments: Moment[]): void => {
      const first = times[rows[0]!]!;
      const points = Math.floor((times[rows.at(-1)!]! - first) / interval + 1e-9) + 1;
      let position = 0;
      for (let point = 0; point < points; point++) {
        const now = first + point * interval;
        // A hair of tolerance: 0.1 · 3 is meant to be 0.3.
        while (position + 1 < rows.length && times[rows[position + 1]!]! <= now + interval * 1e-9) position++;
        const before = rows[position]!;
        const after = rows[Math.min(position + 1, rows.length - 1)]!;
        const span = times[after]! - times[before]!;
        moments.push({ before, after, share: span > 0 ? Math.max(0, (now - times[before]!) / span) : 0 });
      }
    };
    const checkSize = (series: readonly Int32Array[], times: Float64Array): void => {
      const points = series.reduce(
        (sum, rows) => sum + (times[rows.at(-1)!]! - times[rows[0]!]!) / interval + 1,
        0,
      );
      if (points <= MOST_ROWS) return;
      throw new ComponentProblem(`an interval of ${interval} makes ${Math.round(points)} rows of a part`, {
        option: 'interval',
        fix: 'Raise it; it is in the unit of the column of time, of dates in seconds.',
      });
    };
    return {
      scope: 'series',
      keys: keysOf(keys),
      describe(columns, around) {
        checkKeys(keys, around);
        const known = around?.source ?? columns;
        if (!known.some(({ name }) => name === time)) {
          throw new ComponentProblem(`unknown column "${time}"`, {
            option: 'time',
            fix: `The columns are ${known.map(({ name }) => name).join(', ')}.`,
          });
        }
        const odd = columns.find(({ kind }) => kind === 'tensor');
        if (!odd) return columns;
        throw new ComponentProblem(`"${odd.name}" is a column of arrays, which cannot be resampled`, {
          option: 'type',
          fix: 'Put resample before window.',
        });
      },
      fit: () => fitted,
      restore: () => fitted,
    };
  },
});

/** Cuts a series where two neighbours are further apart than the largest gap. */
function cutAtGaps(rows: Int32Array, times: Float64Array, maximumGap: number | null): Int32Array[] {
  if (maximumGap === null) return [rows];
  const pieces: Int32Array[] = [];
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const isEnd = index === rows.length || times[rows[index]!]! - times[rows[index - 1]!]! > maximumGap;
    if (!isEnd) continue;
    pieces.push(rows.subarray(start, index));
    start = index;
  }
  return pieces;
}
