import { definePictures, type PictureColors, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';

const rows = [
  ['step', 'relu', 'leakyRelu', 'elu'],
  ['sigmoid', 'tanh', 'softplus', 'gelu'],
] as const;

/** The leak of the leaky relu: large enough to be seen. */
const LEAK = 0.1;

/** Inputs from -4 to 4. Twice at 0 nearly, so that a jump is upright. */
const inputs = [...Array.from({ length: 81 }, (_, i) => (i - 40) / 10), 1e-9].sort(
  (one, other) => one - other,
);

const axis = (
  field: string,
  domain: readonly number[],
  values: readonly number[],
  title: string | null = null,
) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis: { values },
});

/** A small diagram of one activation: its value, and its slope dashed. */
function panel(
  title: string,
  points: readonly object[],
  labels: readonly object[],
  color: PictureColors,
): object {
  const encoding = {
    x: axis('x', [-4, 4], [-4, 0, 4]),
    y: axis('y', [-1.3, 2.6], [-1, 0, 1, 2]),
    color: {
      field: 'kind',
      type: 'nominal',
      scale: { domain: ['value', 'slope'], range: [color.first, color.second] },
      legend: null,
    },
  };
  const dash = {
    field: 'kind',
    type: 'nominal',
    scale: {
      domain: ['value', 'slope'],
      range: [
        [1, 0],
        [5, 3],
      ],
    },
    legend: null,
  };
  return {
    title,
    width: 122,
    height: 110,
    layer: [
      {
        data: { values: points },
        mark: { type: 'line', clip: true, strokeWidth: 2.2 },
        encoding: { ...encoding, strokeDash: dash },
      },
      {
        data: { values: labels },
        mark: { type: 'text', align: 'left', fontWeight: 600 },
        encoding: { ...encoding, text: { field: 'kind', type: 'nominal' } },
      },
    ],
  };
}

export const pictures = definePictures(exports, {
  curves: {
    title: 'Activations and their slopes',
    description:
      'Eight small diagrams with the value of an activation and its slope, dashed. Step jumps and has slope 0; relu, leaky relu and elu have slope 1 on the right; sigmoid and tanh flatten on both sides; softplus and gelu are rounded relus. Look at the dashed line of gelu: it dips below 0 on the left and rises above 1 on the right.',
    async draw({ student, color }): Promise<PictureSpec> {
      const panels: object[][] = [];
      for (const names of rows) {
        const row: object[] = [];
        for (const name of names) {
          const points: object[] = [];
          for (const x of inputs) {
            const { value, slope } = await student[name](x, ...(name === 'leakyRelu' ? [LEAK] : []));
            points.push({ x, kind: 'value', y: value }, { x, kind: 'slope', y: slope });
          }
          const labels =
            name === 'step'
              ? [
                  { x: 0.4, y: 1.35, kind: 'value' },
                  { x: 0.4, y: -0.4, kind: 'slope' },
                ]
              : [];
          row.push(panel(name, points, labels, color));
        }
        panels.push(row);
      }
      return { vconcat: panels.map((row) => ({ hconcat: row, spacing: 8 })), spacing: 12 };
    },
  },

  vanishing: {
    title: 'What is left of a slope',
    description:
      'The slope through 1 to 20 layers on a logarithmic scale, from the input 1. That of relu stays 1, that of tanh falls to about a hundredth, that of gelu to a few hundred-thousandths, that of sigmoid to a ten-million-millionth. Look where each ends: all but relu fall with every layer.',
    async draw({ student, color }): Promise<PictureSpec> {
      const names = ['relu', 'softplus', 'tanh', 'gelu', 'sigmoid'];
      const slopes: object[] = [];
      for (const name of names) {
        for (let layers = 0; layers <= 20; layers++) {
          slopes.push({ name, layers, slope: await student.slopeThrough(name, 1, layers) });
        }
      }
      const encoding = {
        x: axis('layers', [0, 23.5], [0, 5, 10, 15, 20], 'layers'),
        y: {
          field: 'slope',
          type: 'quantitative',
          title: 'slope through all layers, logarithmic',
          scale: { type: 'log', domain: [1e-14, 10], nice: false },
          axis: { values: [1, 1e-3, 1e-6, 1e-9, 1e-12], format: '~e' },
        },
        color: {
          field: 'name',
          type: 'nominal',
          scale: { domain: names, range: [color.first, color.muted, color.third, color.ink, color.second] },
          legend: null,
        },
      };
      return {
        width: 560,
        height: 320,
        data: { values: slopes },
        layer: [
          { mark: { type: 'line', strokeWidth: 2 }, encoding },
          {
            transform: [{ filter: 'datum.layers == 20' }],
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { ...encoding, text: { field: 'name', type: 'nominal' } },
          },
        ],
      };
    },
  },
});
