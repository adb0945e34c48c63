import { defineComponent } from '../../component/component.ts';
import type { TrainingEvent, Values } from '../event.ts';
import '../callback.ts';

/** Writes the history of the run as a table, for a spreadsheet or a plot of one's own. */
export const historyCsv = defineComponent({
  kind: 'callback',
  type: 'historyCsv',
  summary: 'Writes the history of the run as a table, history.csv in the run folder.',
  when: 'For a spreadsheet or plots of your own. The report draws the same curves, and events.jsonl is written while the run goes on.',
  formula:
    'one row per epoch, and a row 0 for the initial weights: epoch, learningRate, seconds, then all values; empty where one is no number',
  source: 'as CSVLogger in Keras',
  options: {},
  example: {},
  build: () => ({
    monitors: [],
    restoresBest: false,
    onEpochEnd: () => ({}),
    state: () => null,
    restore: () => undefined,
    files: [{ name: 'history.csv', content: formatHistory }],
  }),
});

function formatHistory(events: readonly TrainingEvent[]): string {
  const rows = events.flatMap((event): Row[] => {
    if (event.type === 'start') return [{ epoch: 0, values: event.values }];
    return event.type === 'epoch' ? [event] : [];
  });
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const lines = rows.map(({ epoch, learningRate, seconds, values }) =>
    [epoch, learningRate, seconds, ...names.map((name) => values[name])].map(cellOf),
  );
  return [['epoch', 'learningRate', 'seconds', ...names], ...lines]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

interface Row {
  readonly epoch: number;
  readonly learningRate?: number;
  readonly seconds?: number;
  readonly values: Values;
}

/** An undefined value is NaN in the program and null in a file of events. */
function cellOf(value: number | null | undefined): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}
