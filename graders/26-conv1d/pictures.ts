import { definePictures, type PictureColors, type PictureSpec, type Stream } from 'descent/grading';
import { exports } from './exports.ts';

/** A response, drawn in the middle of its window. */
interface Dot {
  readonly at: number;
  readonly value: number;
}

const quantitative = (field: string, domain: readonly number[], axis: object | null) => ({
  field,
  type: 'quantitative',
  title: null,
  scale: { domain, nice: false },
  axis,
});

/** Responses in the middle of windows of `size` samples, `stride` apart. */
const centered = (responses: readonly number[], size: number, stride = 1): Dot[] =>
  responses.map((value, i) => ({ at: i * stride + (size - 1) / 2, value: Number(value.toFixed(4)) }));

/** A level that rises by 1 at sample 35 and falls to a third at sample 80, in noise. */
const drawSignal = (stream: Stream) =>
  Array.from({ length: 120 }, (_, i) => (i < 35 ? 0 : i < 80 ? 1 : 0.33) + 0.3 * stream.normal());

/** A row: the kernel as bars on the left, if there is one, what it makes of the signal on the right. */
function row(
  title: string,
  kernel: readonly number[],
  dots: readonly Dot[],
  shown: { readonly domain: readonly number[]; readonly values: readonly number[]; readonly color: string },
  marks: readonly object[],
  color: PictureColors,
): object {
  const isLast = marks.length > 0;
  const bars = kernel.map((weight, i) => ({ place: i - (kernel.length - 1) / 2, weight }));
  const largest = 1.1 * Math.max(1e-9, ...kernel.map(Math.abs));
  const x = quantitative('at', [0, 120], {
    values: [0, 40, 80, 120],
    grid: false,
    labels: isLast,
    ticks: isLast,
  });
  const y = quantitative('value', shown.domain, { values: shown.values, minExtent: 30 });
  return {
    spacing: 22,
    hconcat: [
      {
        title: { text: kernel.length === 0 ? '' : 'kernel', fontSize: 12, color: color.muted, offset: 3 },
        width: 74,
        height: 56,
        data: { values: bars },
        mark: { type: 'bar', width: 3, color: shown.color },
        encoding: {
          x: quantitative('place', [-9, 9], null),
          y: quantitative('weight', [-largest, largest], null),
        },
      },
      {
        title: { text: title, fontSize: 12, anchor: 'start', offset: 3 },
        width: 430,
        height: 56,
        layer: [
          {
            data: { values: [{ value: 0 }] },
            mark: { type: 'rule', color: color.muted, strokeWidth: 0.7 },
            encoding: { y },
          },
          {
            data: { values: dots },
            mark: { type: 'line', color: shown.color, strokeWidth: 1.8 },
            encoding: { x, y },
          },
          ...marks,
        ],
      },
    ],
  };
}

export const pictures = definePictures(exports, {
  'filters-and-responses': {
    title: 'Kernels and their responses',
    description:
      'A noisy signal of 120 samples that rises at sample 35 and falls at sample 80, and below it the responses of three kernels, which stand on the left as bars. Nine equal weights make it smooth. The difference of two neighbors is mostly noise. Eight negative and eight positive weights respond with a high peak where the signal rises, and a smaller one downward where it falls.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const signal = drawSignal(stream('signal'));
      const { at, height } = await student.strongestEdge(signal, 8);
      const samples = signal.map((value, i) => ({ at: i, value: Number(value.toFixed(4)) }));
      const level = { domain: [-0.7, 1.7], values: [0, 1] };
      const change = { domain: [-1.3, 1.3], values: [-1, 0, 1] };
      const peak = [
        {
          data: { values: [{ at: at - 0.5, value: height, text: `strongest at sample ${at}` }] },
          encoding: {
            x: quantitative('at', [0, 120], {}),
            y: quantitative('value', change.domain, {}),
          },
          layer: [
            { mark: { type: 'point', filled: true, size: 60, opacity: 1, color: color.ink } },
            {
              mark: { type: 'text', align: 'left', dx: 9, dy: -2, color: color.ink },
              encoding: { text: { field: 'text' } },
            },
          ],
        },
      ];
      const average = centered(await student.movingAverage(signal, 9), 9);
      const ninth = Array.from({ length: 9 }, () => 0.111);
      return {
        spacing: 8,
        vconcat: [
          row('the signal', [], samples, { ...level, color: color.muted }, [], color),
          row('mean of 9 samples', ninth, average, { ...level, color: color.third }, [], color),
          row(
            'a sample minus the one before',
            [-1, 1],
            centered(await student.edges(signal, 1), 2),
            { ...change, color: color.second },
            [],
            color,
          ),
          row(
            'mean of 8 samples minus mean of the 8 before',
            Array.from({ length: 16 }, (_, i) => (i < 8 ? -0.125 : 0.125)),
            centered(await student.edges(signal, 8), 16),
            { ...change, color: color.first },
            peak,
            color,
          ),
        ],
      };
    },
  },

  moved: {
    title: 'The response moves with the signal',
    description:
      'Above, a signal with a bump, and the same bump 12 samples later. Below, the responses of one kernel to both: two curves of the same form, 12 samples apart. Dots mark what is left of them with a stride of 4; the second curve has the same dots as the first, three places later.',
    async draw({ student, color }): Promise<PictureSpec> {
      const bump = (start: number) =>
        Array.from({ length: 60 }, (_, i) => {
          const along = (i - start) / 14;
          return along < 0 || along > 1
            ? 0
            : Number((Math.sin(Math.PI * along) ** 2 * (1.4 - along)).toFixed(4));
        });
      const kernel = [-0.5, -0.5, 0, 1, 0];
      const names = ['before', '12 later'];
      const curves: object[] = [];
      const dots: object[] = [];
      const samples: object[] = [];
      for (const [index, start] of [12, 24].entries()) {
        const name = names[index];
        const signal = bump(start);
        samples.push(...signal.map((value, at) => ({ at, value, name })));
        const dense = centered(await student.conv1d(signal, kernel), 5);
        const strided = centered(await student.conv1d(signal, kernel, { stride: 4 }), 5, 4);
        curves.push(...dense.map((dot) => ({ ...dot, name })));
        dots.push(...strided.map((dot) => ({ ...dot, name })));
      }
      const x = quantitative('at', [0, 60], { values: [0, 12, 24, 36, 48, 60], grid: false });
      const hue = {
        field: 'name',
        type: 'nominal',
        scale: { domain: names, range: [color.first, color.second] },
        legend: null,
      };
      const label = (at: number, value: number, name: string) => ({ at, value, name });
      const panel = (title: string, y: object, layers: readonly object[], labels: readonly object[]) => ({
        title: { text: title, fontSize: 12, anchor: 'start' },
        width: 520,
        height: 110,
        layer: [
          ...layers.map((layer) => ({ encoding: { x, y, color: hue }, ...layer })),
          {
            data: { values: labels },
            mark: { type: 'text', align: 'left', fontWeight: 600 },
            encoding: { x, y, color: hue, text: { field: 'name' } },
          },
        ],
      });
      return {
        vconcat: [
          panel(
            'two signals',
            quantitative('value', [-0.05, 1.15], { values: [0, 0.5, 1] }),
            [{ data: { values: samples }, mark: { type: 'line', strokeWidth: 2 } }],
            [label(7, 0.8, names[0]!), label(37.5, 0.8, names[1]!)],
          ),
          panel(
            'their responses, and what a stride of 4 leaves of them',
            quantitative('value', [-0.75, 0.75], { values: [-0.5, 0, 0.5] }),
            [
              { data: { values: curves }, mark: { type: 'line', strokeWidth: 2 } },
              { data: { values: dots }, mark: { type: 'point', filled: true, size: 55, opacity: 1 } },
            ],
            [label(7, 0.45, names[0]!), label(33, 0.45, names[1]!)],
          ),
        ],
      };
    },
  },
});
