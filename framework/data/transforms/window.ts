import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';
import { partOfTable, type PartTables } from '../part-tables.ts';
import { seriesOf } from '../series.ts';
import { selectRows } from '../table-rows.ts';
import type { Column, ColumnInfo, Table, TensorColumn } from '../table.ts';
import type { FittedTransform, TransformPart } from '../transform.ts';
import { kindInWords } from './choose-columns.ts';
import { checkKeys, groupOption, keysOf } from './series-options.ts';
import { windowTarget } from './window-target.ts';

/** Stretches of a series as single samples. */
export const window = defineComponent({
  kind: 'transform',
  type: 'window',
  summary:
    'Cuts series into stretches of equal length: each becomes one sample `[length, columns]` with one target.',
  when: 'Time series for conv1d or recurrent layers. Windows are cut after the split, within each part, from rows that follow each other in the source: none reaches across the gap of a split, another group or a dropped row. So use the split chronological or grouped; in a random one hardly any rows are neighbours.',
  options: {
    length: Type.Integer({ minimum: 1, description: 'Number of rows in a window.' }),
    stride: Type.Integer({
      minimum: 1,
      default: 1,
      description:
        'Rows from the start of one window to the start of the next; length for windows without overlap.',
      reason: 'it uses every row as often as possible',
    }),
    label: Type.Union([Type.Literal('last'), Type.Literal('majority'), Type.Literal('any')], {
      default: 'last',
      description:
        'The target of a window: that of its last row, the most frequent class, or the class event as soon as any row has it (else the most frequent one).',
      reason: 'it is what is known when the window ends',
    }),
    event: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'For label: any, the class that any single row is enough for.',
      }),
    ),
    group: groupOption,
    time: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Column of numbers or ISO dates that orders the rows; without it they stay as they lie.',
      }),
    ),
  },
  example: { length: 3, stride: 1 },
  build({ length, stride, label, event, group, time }): TransformPart {
    if ((label === 'any') !== (event !== undefined)) {
      throw new ComponentProblem(
        event === undefined ? 'label: any needs the class of the event' : `event is only used by label: any`,
        { option: event === undefined ? 'label' : 'event', fix: 'Write both label: any and event.' },
      );
    }
    const keys = { group, time };
    const fitted: FittedTransform = {
      state: {},
      transform: (table) => cut(partOfTable(table)).features,
      rearrange: (part) => cut(part),
    };
    const cut = (part: PartTables): PartTables => {
      const windows = windowsOf(part);
      const ends = Int32Array.from(windows, (rows) => rows.at(-1)!);
      const target = windowTarget(label, event);
      return {
        features: { rows: windows.length, columns: [stack(part.features, windows, length)] },
        targets: {
          rows: windows.length,
          columns: selectRows(part.targets, ends).columns.map((atEnd, index) =>
            target(part.targets.columns[index]!, atEnd, windows),
          ),
        },
        sourceRows: ends.map((row) => part.sourceRows[row]!),
        source: part.source,
        // Windows are samples, no longer rows of a series.
        series: [],
      };
    };
    const windowsOf = (part: PartTables): Int32Array[] => {
      const windows: Int32Array[] = [];
      let longest = 0;
      for (const rows of seriesOf(part, keys)) {
        longest = Math.max(longest, rows.length);
        for (let start = 0; start + length <= rows.length; start += stride) {
          windows.push(rows.subarray(start, start + length));
        }
      }
      if (windows.length > 0 || part.features.rows === 0) return windows;
      throw new ComponentProblem(
        `nowhere in a part of ${part.features.rows} rows do ${length} follow each other; the longest stretch has ${longest}`,
        {
          option: 'length',
          fix: 'Use the split chronological or grouped, no limit, and impute instead of dropping rows; or lower length.',
        },
      );
    };
    return {
      scope: 'series',
      keys: keysOf(keys),
      describe(columns, around) {
        checkKeys(keys, around);
        around?.targets.forEach((column) => {
          checkTarget(column, label, event);
        });
        const odd = columns.find(({ kind }) => kind !== 'number');
        if (odd) {
          throw new ComponentProblem(
            `a window takes columns of numbers, but "${odd.name}" is one of ${kindInWords(odd.kind)}`,
            {
              option: 'type',
              fix:
                odd.kind === 'category'
                  ? `Put oneHot before the window, or leave ${odd.name} out of features.`
                  : `Leave ${odd.name} out of features.`,
            },
          );
        }
        return [{ name: 'window', kind: 'tensor', shape: [length, columns.length] }];
      },
      fit: () => fitted,
      restore: () => fitted,
    };
  },
});

function checkTarget(column: ColumnInfo, label: string, event: string | undefined): void {
  if (label === 'last') return;
  if (column.kind !== 'category') {
    throw new ComponentProblem(
      `label: ${label} is for classes, but "${column.name}" is a column of ${kindInWords(column.kind)}`,
      {
        option: 'label',
        fix: 'Write label: last.',
      },
    );
  }
  if (event === undefined || column.categories.includes(event)) return;
  throw new ComponentProblem(`"${column.name}" has no class "${event}"`, {
    option: 'event',
    fix: didYouMean(event, column.categories) ?? `Its classes are ${column.categories.join(', ')}.`,
  });
}

/** The windows as one column `[windows, length, columns]`. */
function stack(table: Table, windows: readonly Int32Array[], length: number): TensorColumn {
  const width = table.columns.length;
  const values = new Float32Array(windows.length * length * width);
  table.columns.forEach((column: Column, position) => {
    if (column.kind !== 'number') throw new Error(`"${column.name}" is no column of numbers`);
    let at = position;
    for (const rows of windows) {
      for (const row of rows) {
        values[at] = column.values[row]!;
        at += width;
      }
    }
  });
  return { name: 'window', kind: 'tensor', shape: [length, width], values };
}
