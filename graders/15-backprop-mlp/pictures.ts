import { definePictures, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';
import { drawNetwork, xor, type Network } from './networks.ts';

/** Two inputs, eight hidden units, one output. */
const SIZE = [2, 8, 1] as const;

/** Each number of a network: which kind it is, its value, and the network with another number in its place. */
function numbersIn(network: Network) {
  return (['first', 'second'] as const).flatMap((layer) => {
    const { w, b } = network[layer];
    const weights = w.flatMap((row, from) =>
      row.map((value, to) => ({
        kind: `${layer}.w`,
        value,
        replace: (other: number) => ({
          ...network,
          [layer]: { w: w.with(from, row.with(to, other)), b },
        }),
      })),
    );
    const biases = b.map((value, to) => ({
      kind: `${layer}.b`,
      value,
      replace: (other: number) => ({ ...network, [layer]: { w, b: b.with(to, other) } }),
    }));
    return [...weights, ...biases];
  });
}

const corner = (field: string) => ({
  field,
  type: 'quantitative',
  title: field,
  scale: { domain: [-0.5, 1.5], nice: false },
  axis: { grid: false, values: [0, 1] },
});

export const pictures = definePictures(exports, {
  'gradient-agreement': {
    title: 'Computed and measured',
    description:
      'Thirty-three derivatives of a network with eight hidden units: what backpropagation computes over what finite differences measure. All of them lie on the diagonal.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const net = drawNetwork(stream('net'), SIZE);
      const own = await student.gradients(net, xor);
      const computed = numbersIn(own).map(({ value }) => value);
      const h = 1e-5;
      const values: object[] = [];
      for (const [place, { kind, value, replace }] of numbersIn(net).entries()) {
        const above = await student.loss(replace(value + h), xor);
        const below = await student.loss(replace(value - h), xor);
        values.push({ kind, computed: computed[place], measured: (above - below) / (2 * h) });
      }
      const apart = await student.gradCheck(net, xor, own, h);
      const reach = 1.15 * Math.max(...computed.map(Math.abs));
      const scale = { domain: [-reach, reach], nice: false };
      const kinds = ['first.w', 'first.b', 'second.w', 'second.b'];
      const x = { field: 'measured', type: 'quantitative', title: 'measured by finite differences', scale };
      const y = { field: 'computed', type: 'quantitative', title: 'computed backward', scale };
      const kind = {
        field: 'kind',
        type: 'nominal',
        title: null,
        scale: { domain: kinds, range: [color.first, color.first, color.second, color.second] },
        legend: { orient: 'top' },
      };
      const shape = { ...kind, scale: { domain: kinds, range: ['circle', 'square', 'circle', 'square'] } };
      return {
        width: 420,
        height: 320,
        layer: [
          {
            data: {
              values: [-reach, reach].map((end) => ({ measured: end, computed: end })),
            },
            mark: { type: 'line', color: color.muted, strokeWidth: 1 },
            encoding: { x, y },
          },
          {
            data: { values },
            mark: { type: 'point', filled: true, size: 70, opacity: 0.85 },
            encoding: { x, y, color: kind, shape },
          },
          {
            data: { values: [{ measured: -0.95 * reach, computed: 0.85 * reach }] },
            mark: { type: 'text', align: 'left', color: color.ink },
            encoding: { x, y, text: { value: `gradCheck: ${apart.toExponential(0)}` } },
          },
        ],
      };
    },
  },

  'step-size': {
    title: 'How far to step aside',
    description:
      'What gradCheck says of a right gradient, for steps h from 1 down to a ten-trillionth, both logarithmic: it falls with h squared, is lowest near a hundred-thousandth, and rises again below.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const net = drawNetwork(stream('net'), SIZE);
      const own = await student.gradients(net, xor);
      const values: { h: number; apart: number }[] = [];
      for (let quarter = 0; quarter <= 52; quarter++) {
        const h = 10 ** (-quarter / 4);
        values.push({ h, apart: await student.gradCheck(net, xor, own, h) });
      }
      const logarithmic = (field: string, title: string, low: number, every: number) => ({
        field,
        type: 'quantitative',
        title,
        scale: { type: 'log', domain: [10 ** low, 1], nice: false },
        axis: {
          values: Array.from({ length: -low / every + 1 }, (_, step) => 10 ** (low + every * step)),
          format: '.0e',
        },
      });
      const x = logarithmic('h', 'h', -13, 2);
      const y = logarithmic('apart', 'gradCheck', -12, 2);
      const texts = [
        { h: 3e-12, apart: 3e-8, text: 'too small: rounding' },
        { h: 4e-4, apart: 3e-3, text: 'too large: the loss is curved' },
      ];
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values },
            mark: { type: 'line', color: color.first, strokeWidth: 2, point: { size: 25 } },
            encoding: { x, y },
          },
          {
            data: { values: texts },
            mark: { type: 'text', color: color.ink },
            encoding: { x, y, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },

  'xor-learned': {
    title: 'What one neuron could not',
    description:
      'The square of XOR, darker where the output is nearer to 1, at the start, after 60 steps and after 600: at the end a dark band along one diagonal holds the two corners that are 1, and the other two lie outside.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const start = drawNetwork(stream('net'), SIZE);
      const encoding = { x: corner('x1'), y: corner('x2') };
      const raster = Array.from({ length: 20 }, (_, i) => -0.45 + 0.1 * i);
      const points = xor.xs.map(([x1, x2], row) => ({ x1, x2, target: xor.ts[row]![0] }));
      const target = (range: readonly string[]) => ({
        field: 'target',
        type: 'nominal',
        scale: { domain: [0, 1], range },
        legend: null,
      });
      const panels: object[] = [];
      for (const steps of [0, 60, 600]) {
        const { net, history } = await student.train(start, xor, { lr: 0.1, steps });
        const values: object[] = [];
        for (const x1 of raster) {
          for (const x2 of raster) {
            const { y } = await student.forward(net, [x1, x2]);
            values.push({ x1, x2, strength: 0.6 * Math.min(1, Math.max(0, y[0]!)) });
          }
        }
        panels.push({
          title: `${steps} steps: loss ${history.at(-1)!.toPrecision(1)}`,
          width: 165,
          height: 165,
          layer: [
            {
              data: { values },
              mark: { type: 'square', filled: true, size: 70, color: color.first },
              encoding: {
                ...encoding,
                opacity: { field: 'strength', type: 'quantitative', scale: null, legend: null },
              },
            },
            {
              data: { values: points },
              mark: { type: 'point', size: 140, opacity: 1, strokeWidth: 2, color: color.ink },
              encoding: {
                ...encoding,
                fill: target(['transparent', color.ink]),
                shape: target(['square', 'circle']),
              },
            },
          ],
        });
      }
      return { hconcat: panels };
    },
  },
});
