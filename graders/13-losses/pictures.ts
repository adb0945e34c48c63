import { definePictures, type PictureColors, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';

const errors = Array.from({ length: 121 }, (_, i) => (i - 60) / 20);
const scores = Array.from({ length: 121 }, (_, i) => (i - 60) / 15);

/** Ten points near y = 2x. The one at x = 9 has been written down with its digits exchanged. */
const points = {
  xs: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ys: [2.6, 3.1, 6.9, 7.4, 10.8, 11.2, 14.7, 15.3, 81, 20.6],
};

const axis = (field: string, domain: readonly number[], values: readonly number[], title: string) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis: { values },
});

/** A curve of one loss, and where its name stands. */
interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label: { readonly x: number; readonly y: number };
}

/** A diagram of several losses, each in its color. */
function panel(
  title: string,
  x: object,
  y: object,
  curves: readonly Curve[],
  range: readonly string[],
): object {
  const names = curves.map(({ name }) => name);
  const color = { field: 'name', type: 'nominal', scale: { domain: names, range }, legend: null };
  return {
    title,
    width: 262,
    height: 250,
    layer: [
      {
        data: { values: curves.flatMap(({ name, points }) => points.map((point) => ({ ...point, name }))) },
        mark: { type: 'line', clip: true, strokeWidth: 2.2 },
        encoding: { x, y, color },
      },
      {
        data: { values: curves.map(({ name, label }) => ({ ...label, name })) },
        mark: { type: 'text', align: 'left', fontWeight: 600 },
        encoding: { x, y, color, text: { field: 'name', type: 'nominal' } },
      },
    ],
  };
}

/** Lines through the origin, drawn up to x = 10.3, with their names in free places. */
function lineLayers(
  lines: readonly { readonly name: string; readonly slope: number; readonly dy: number }[],
  encoding: { readonly x: object; readonly y: object },
  color: PictureColors,
): readonly object[] {
  const names = lines.map(({ name }) => name);
  const range = [color.second, color.first, color.third];
  const byName = { field: 'name', type: 'nominal', scale: { domain: names, range }, legend: null };
  return lines.flatMap(({ name, slope, dy }, i) => [
    {
      data: {
        values: [
          { name, x: 0, y: 0 },
          { name, x: 10.3, y: 10.3 * slope },
        ],
      },
      mark: { type: 'line', strokeWidth: 2.2, strokeDash: i === 2 ? [7, 5] : [1, 0] },
      encoding: { ...encoding, color: byName },
    },
    {
      data: { values: [{ name, x: 10.3, y: 10.3 * slope, text: `${name}, slope ${slope.toFixed(2)}` }] },
      mark: { type: 'text', align: 'left', dx: 6, dy, fontWeight: 600 },
      encoding: { ...encoding, color: byName, text: { field: 'text', type: 'nominal' } },
    },
  ]);
}

export const pictures = definePictures(exports, {
  shapes: {
    title: 'The shapes of losses',
    description:
      'Left, distances over the error from -3 to 3: the squared error rises ever steeper, absolute error, huber and log-cosh become straight lines. Right, losses for the label 1 over the score from -4 to 4: crossentropy and hinge fall from 4 and 5 to nearly 0; on the wrong side both are straight.',
    async draw({ student, color }): Promise<PictureSpec> {
      const curve = async (
        name: string,
        xs: readonly number[],
        lossOf: (x: number) => Promise<number>,
        label: Curve['label'],
      ): Promise<Curve> => {
        const drawn: { x: number; y: number }[] = [];
        for (const x of xs) drawn.push({ x, y: await lossOf(x) });
        return { name, points: drawn, label };
      };
      const distances = [
        await curve('squared', errors, (x) => student.squaredError(0, x), { x: -1.9, y: 4.7 }),
        await curve('absolute', errors, (x) => student.absoluteError(0, x), { x: 3.1, y: 3.05 }),
        await curve('huber', errors, (x) => student.huber(0, x), { x: 3.1, y: 2.62 }),
        await curve('logCosh', errors, (x) => student.logCosh(0, x), { x: 3.1, y: 2.18 }),
      ];
      const labelOne = [
        await curve('hinge', scores, (x) => student.hinge(1, x), { x: -3.1, y: 4.6 }),
        await curve('crossentropy', scores, (x) => student.binaryCrossentropy(1, x, 'logits'), {
          x: 0.9,
          y: 0.75,
        }),
      ];
      const y = axis('y', [0, 5], [0, 1, 2, 3, 4, 5], 'loss');
      return {
        hconcat: [
          panel(
            'distances',
            axis('x', [-3, 5], [-3, -2, -1, 0, 1, 2, 3], 'prediction − target'),
            y,
            distances,
            [color.second, color.first, color.third, color.muted],
          ),
          panel('two classes, label 1', axis('x', [-4, 4], [-4, -2, 0, 2, 4], 'score'), y, labelOne, [
            color.second,
            color.first,
          ]),
        ],
        spacing: 24,
        resolve: { scale: { color: 'independent' } },
      };
    },
  },

  outlier: {
    title: 'What an outlier does',
    description:
      'Ten points; nine lie near the line y = 2x, one at x = 9 is far above. The line with the smallest squared error has been pulled away from all of the nine; those with the smallest absolute error and Huber loss pass through them.',
    async draw({ student, color }): Promise<PictureSpec> {
      const lines = [
        { name: 'squared', slope: await student.bestSlope(points.xs, points.ys, 'squaredError'), dy: 0 },
        { name: 'absolute', slope: await student.bestSlope(points.xs, points.ys, 'absoluteError'), dy: 9 },
        { name: 'huber', slope: await student.bestSlope(points.xs, points.ys, 'huber'), dy: -9 },
      ];
      const encoding = {
        x: axis('x', [0, 14.4], [0, 2, 4, 6, 8, 10], 'x'),
        y: axis('y', [0, 90], [0, 20, 40, 60, 80], 'y'),
      };
      return {
        width: 560,
        height: 320,
        layer: [
          ...lineLayers(lines, encoding, color),
          {
            data: { values: points.xs.map((x, i) => ({ x, y: points.ys[i] })) },
            mark: { type: 'point', filled: true, size: 90, opacity: 1, color: color.ink },
            encoding,
          },
          {
            data: { values: [{ x: 9, y: 81, text: '81, where 18 was meant' }] },
            mark: { type: 'text', align: 'left', dx: 9, dy: -8, color: color.ink },
            encoding: { ...encoding, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },
});
