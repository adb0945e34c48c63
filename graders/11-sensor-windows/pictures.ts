import { columnOf, definePictures, loadDataset, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';

/** Forty minutes of the data set, every 10 s, with a stuck valve in the middle. */
const [FIRST, COUNT, LENGTH] = [1480, 240, 24];

/** What the sensors say, and when the valve is stuck. */
async function excerpt(): Promise<{ time: number; temperature: number; beam: number; stuck: number }[]> {
  const { table } = (await loadDataset('moderator')).parts[0]!;
  const numbers = (name: string) => {
    const column = columnOf(table, name);
    if (column.kind === 'tensor') throw new Error(`${name} holds no numbers`);
    return column.kind === 'number' ? column.values : column.codes;
  };
  const [temperature, beam, state] = ['temperature_k', 'beam', 'state'].map(numbers);
  return Array.from({ length: COUNT }, (_, i) => ({
    time: i / 6,
    temperature: temperature![FIRST + 2 * i]!,
    beam: beam![FIRST + 2 * i]!,
    // The first category is "fault".
    stuck: state![FIRST + 2 * i] === 0 ? 1 : 0,
  }));
}

export const pictures = definePictures(exports, {
  'traces-and-windows': {
    title: 'Windows and their labels',
    description:
      'Forty minutes of temperature and beam, cut into ten windows of four minutes. Windows in which the valve was stuck for more than half of the time are colored; there the temperature is higher, and follows each trip of the beam more slowly.',
    async draw({ student, color }): Promise<PictureSpec> {
      const samples = await excerpt();
      const cut = await student.windows(
        samples.map(({ time, stuck }) => [time, stuck]),
        LENGTH,
        LENGTH,
      );
      const boxes: { from: number; to: number; middle: number; label: number }[] = [];
      for (const window of cut) {
        const label = await student.labelWindow(
          window.map((row) => row[1]!),
          'majority',
        );
        const [from, to] = [window[0]![0]!, window.at(-1)![0]! + 1 / 6];
        boxes.push({ from, to, middle: (from + to) / 2, label });
      }
      const x = (title: string | null) => ({
        field: 'time',
        type: 'quantitative',
        title,
        scale: { domain: [0, COUNT / 6], nice: false },
        axis: title === null ? { labels: false, ticks: false, grid: false } : { grid: false },
      });
      const background = {
        data: { values: boxes },
        mark: { type: 'rect', opacity: 0.25, stroke: color.ink, strokeWidth: 1 },
        encoding: {
          x: { ...x(null), field: 'from' },
          x2: { field: 'to' },
          color: {
            field: 'label',
            type: 'nominal',
            scale: { domain: [0, 1], range: ['transparent', color.second] },
            legend: null,
          },
        },
      };
      const stuck = samples.filter((sample) => sample.stuck === 1).map(({ time }) => time);
      return {
        vconcat: [
          {
            width: 560,
            height: 200,
            layer: [
              background,
              {
                data: { values: samples },
                mark: { type: 'line', color: color.first, strokeWidth: 1.5 },
                encoding: {
                  x: x(null),
                  y: {
                    field: 'temperature',
                    type: 'quantitative',
                    title: 'temperature (K)',
                    scale: { domain: [18, 31], nice: false },
                    axis: { grid: false },
                  },
                },
              },
              {
                data: { values: boxes },
                mark: { type: 'text', y: 12, color: color.ink },
                encoding: {
                  x: { ...x(null), field: 'middle' },
                  text: { condition: { test: 'datum.label == 1', value: 'fault' }, value: 'normal' },
                },
              },
            ],
          },
          {
            width: 560,
            height: 70,
            layer: [
              background,
              {
                data: { values: samples },
                mark: { type: 'line', color: color.ink, interpolate: 'step-after' },
                encoding: {
                  x: x('time (minutes)'),
                  y: {
                    field: 'beam',
                    type: 'quantitative',
                    title: 'beam',
                    scale: { domain: [-0.7, 1.2], nice: false },
                    axis: { grid: false, values: [0, 1] },
                  },
                },
              },
              {
                data: { values: [{ from: stuck[0], to: stuck.at(-1) }] },
                mark: { type: 'rule', color: color.second, strokeWidth: 5, y: 62 },
                encoding: { x: { ...x('time (minutes)'), field: 'from' }, x2: { field: 'to' } },
              },
              {
                data: { values: [{ from: stuck[0] }] },
                mark: { type: 'text', text: 'valve stuck', align: 'right', dx: -6, y: 62, color: color.ink },
                encoding: { x: { ...x('time (minutes)'), field: 'from' } },
              },
            ],
          },
        ],
      };
    },
  },
});
