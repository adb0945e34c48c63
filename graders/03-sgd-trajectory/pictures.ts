import { definePictures, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';
import { drawParabola, grid, start, type Line } from './points.ts';

/** A hundred steps for each third of the way. */
const STEPS = 300;

/** What is shown of each size of batch: as many epochs as make 300 steps or more. */
const sizes = [
  { batchSize: 1500, points: 1500, epochs: 300, title: 'all points · 300 epochs' },
  { batchSize: 128, points: 1500, epochs: 25, title: 'batches of 128 · 25 epochs' },
  { batchSize: 16, points: 1500, epochs: 4, title: 'batches of 16 · 3.2 epochs' },
  { batchSize: 1, points: 300, epochs: 1, title: 'batches of 1 · a fifth of an epoch' },
];

/** Where the loss is that much higher than at y = 2x: an ellipse, as x² has the mean 1/12, and x the mean 0. */
function contour(height: number): readonly object[] {
  return Array.from({ length: 73 }, (_, order) => {
    const angle = (order * Math.PI) / 36;
    return {
      height,
      order,
      m: 2 + Math.sqrt(12 * height) * Math.cos(angle),
      n: Math.sqrt(height) * Math.sin(angle),
    };
  });
}

const quantitative = (
  field: string,
  title: string,
  domain: readonly number[],
  values: readonly number[],
) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis: { grid: false, values },
});

export const pictures = definePictures(exports, {
  paths: {
    title: 'Four ways down',
    description:
      'Four maps of the loss over m and n with elliptic contour lines, and 300 steps on each. With all points the path is a smooth curve, with batches of 128 and 16 it trembles more and more, with single points it jumps about; all of them end near m = 2, n = 0.',
    async draw({ student, color }): Promise<PictureSpec> {
      const panels: object[] = [];
      const contours = [0.005, 0.03, 0.08, 0.16, 0.28, 0.45].flatMap(contour);
      for (const { batchSize, points, epochs, title } of sizes) {
        const { xs, ys } = await student.makeLinear(points, 1);
        const options = { lr: 0.1, batchSize, epochs, seed: 1 };
        const { trajectory } = await student.sgd({ xs, ys }, options);
        const path = trajectory
          .slice(0, STEPS)
          .map(({ m, n }, order) => ({ order, m: Number(m.toFixed(4)), n: Number(n.toFixed(4)) }));
        const x = quantitative('m', 'm', [-0.15, 2.7], [0, 1, 2]);
        const y = quantitative('n', 'n', [-0.28, 0.5], [-0.2, 0, 0.2, 0.4]);
        panels.push({
          title: { text: title, fontSize: 12, anchor: 'start' },
          width: 240,
          height: 150,
          layer: [
            {
              data: { values: contours },
              mark: { type: 'line', strokeWidth: 1, color: color.muted, opacity: 0.5, clip: true },
              encoding: { x, y, order: { field: 'order' }, detail: { field: 'height' } },
            },
            {
              data: { values: path },
              mark: { type: 'line', strokeWidth: 1.3, color: color.first, clip: true },
              encoding: { x, y, order: { field: 'order' } },
            },
            {
              data: { values: [start] },
              mark: { type: 'point', filled: true, size: 60, opacity: 1, color: color.ink },
              encoding: { x, y },
            },
            {
              data: { values: [{ m: 2, n: 0 }] },
              mark: { type: 'point', shape: 'cross', filled: true, size: 70, opacity: 1, color: color.ink },
              encoding: { x, y },
            },
          ],
        });
      }
      return { concat: panels, columns: 2 };
    },
  },

  'line-through-points': {
    title: 'A line learns from batches',
    description:
      'Points scattered in a narrow band around y = 2x. Four lines: the flat start above the middle, then after 1, 5 and 25 epochs of batches of 128, steeper each time; the last runs through the middle of the band.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { xs, ys } = await student.makeLinear(1500, 1);
      const shown = xs
        .slice(0, 400)
        .map((x, i) => ({ x: Number(x.toFixed(3)), y: Number(ys[i]!.toFixed(3)) }));
      const lines: (Line & { label: string })[] = [{ ...start, label: 'start' }];
      for (const epochs of [1, 5, 25]) {
        const options = { lr: 0.1, batchSize: 128, epochs, seed: 1 };
        const { m, n } = await student.sgd({ xs, ys }, options);
        lines.push({ m, n, label: epochs === 1 ? 'after 1 epoch' : `after ${epochs} epochs` });
      }
      const ends = lines.flatMap(({ m, n, label }) => [-0.5, 0.5].map((x) => ({ label, x, y: m * x + n })));
      const x = quantitative('x', 'x', [-0.55, 0.78], [-0.5, 0, 0.5]);
      const y = quantitative('y', 'y', [-1.2, 1.2], [-1, 0, 1]);
      const range = [color.muted, color.second, color.third, color.first];
      const lineColor = {
        field: 'label',
        type: 'nominal',
        scale: { domain: lines.map(({ label }) => label), range },
        legend: null,
      };
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values: shown },
            mark: { type: 'point', filled: true, size: 12, opacity: 0.35, color: color.ink },
            encoding: { x, y },
          },
          {
            data: { values: ends },
            mark: { type: 'line', strokeWidth: 2.5 },
            encoding: { x, y, color: lineColor },
          },
          {
            data: { values: ends },
            transform: [{ filter: 'datum.x > 0' }],
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: 'label', type: 'nominal' }, color: lineColor },
          },
        ],
      };
    },
  },

  parabola: {
    title: 'A network learns from batches',
    description:
      'Points on a parabola, and the curves of three networks trained on them: 3 neurons give a few straight pieces far from the points, 10 a polygon near them, 200 a curve through their middle.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const points = drawParabola(stream('points'), 128);
      const shown = points.xs.map((x, i) => ({
        x: Number(x.toFixed(3)),
        y: Number(points.ys[i]!.toFixed(4)),
      }));
      const curves: { label: string; x: number; y: number }[] = [];
      const labels: string[] = [];
      for (const hidden of [3, 10, 200]) {
        const options = { hidden, batchSize: 32, epochs: 50, seed: 4 };
        const heights = await student.fitCurve(points, options, grid);
        labels.push(`${hidden} neurons`);
        curves.push(
          ...grid.map((x, i) => ({ label: `${hidden} neurons`, x, y: Number(heights[i]!.toFixed(4)) })),
        );
      }
      const x = quantitative('x', 'x', [-0.52, 0.68], [-0.5, 0, 0.5]);
      const y = quantitative('y', 'y', [-0.03, 0.28], [0, 0.1, 0.2]);
      const scale = { domain: labels, range: [color.third, color.second, color.first] };
      const lineColor = { field: 'label', type: 'nominal', scale, legend: null };
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values: shown },
            mark: { type: 'point', filled: true, size: 22, opacity: 0.4, color: color.ink },
            encoding: { x, y },
          },
          {
            data: { values: curves },
            mark: { type: 'line', strokeWidth: 2.2 },
            encoding: { x, y, color: lineColor },
          },
          {
            data: { values: curves },
            transform: [{ filter: 'datum.x == 0.5' }],
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: 'label', type: 'nominal' }, color: lineColor },
          },
        ],
      };
    },
  },
});
