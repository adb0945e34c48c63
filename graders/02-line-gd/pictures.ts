import { definePictures, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';

/** The three points of the slides. */
const slide = { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] };

/** A line y = m·x + c. */
interface Line {
  readonly m: number;
  readonly c: number;
}

/** The line with the smallest loss on them, and that loss. */
const best = { m: 2.05, c: -1 / 30, loss: 1 / 72 };

/** The two functions that a walk needs. */
interface Walker {
  grad(m: number, c: number, data: typeof slide): Promise<{ readonly dm: number; readonly dc: number }>;
  step(line: Line, gradient: { readonly dm: number; readonly dc: number }, lr: number): Promise<Line>;
}

/** The lines of gradient descent from the origin, the start included. */
async function walk(student: Walker, lr: number, steps: number): Promise<Line[]> {
  const lines: Line[] = [{ m: 0, c: 0 }];
  for (let i = 0; i < steps; i++) {
    const { m, c } = lines[i]!;
    lines.push(await student.step({ m, c }, await student.grad(m, c, slide), lr));
  }
  return lines;
}

/**
 * Where the loss has a certain value. It is 14/3·dm² + 4·dm·dc + dc² higher than at the best line, when the slope is dm and
 * the intercept dc away from it: so it is an ellipse.
 */
function contour(loss: number): readonly object[] {
  return Array.from({ length: 91 }, (_, order) => {
    const angle = (order * Math.PI) / 45;
    const dc = Math.sqrt(7 * (loss - best.loss)) * Math.sin(angle);
    const dm = Math.sqrt((3 / 14) * (loss - best.loss)) * Math.cos(angle) - (3 / 7) * dc;
    return { loss, order, m: best.m + dm, c: best.c + dc };
  });
}

/** Where a contour line crosses the intercept `c`, on the side of the larger slopes. */
function crossing(loss: number, c: number): object {
  const dc = c - best.c;
  const dm = -(3 / 7) * dc + Math.sqrt((3 / 14) * (loss - best.loss - dc ** 2 / 7));
  return { loss, m: best.m + dm, c };
}

const quantitative = (field: string, title: string, domain: readonly number[], axis: object = {}) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis,
});

export const pictures = definePictures(exports, {
  'line-through-points': {
    title: 'A line learns',
    description:
      'Three points, and the line after 0, 1, 2 and 2,000 steps: it turns from flat to almost through all of them. Sticks show the errors after one step.',
    async draw({ student, color }): Promise<PictureSpec> {
      const path = await walk(student, 0.05, 2);
      const lines = [
        { label: 'start', ...path[0]! },
        { label: 'after 1 step', ...path[1]! },
        { label: 'after 2 steps', ...path[2]! },
        { label: 'after 2,000 steps', ...(await student.fit(slide, { lr: 0.05, steps: 2000 })) },
      ];
      const ends: object[] = [];
      for (const { label, m, c } of lines) {
        const [left, right] = await student.predict(m, c, [0, 3.4]);
        ends.push({ label, x: 0, y: left }, { label, x: 3.4, y: right });
      }
      const heights = await student.predict(lines[1]!.m, lines[1]!.c, slide.xs);
      const points = slide.xs.map((x, i) => ({ x, y: slide.ys[i], height: heights[i] }));
      const x = quantitative('x', 'x', [0, 4.4], { values: [0, 1, 2, 3] });
      const y = quantitative('y', 'y', [-0.4, 7.2], { values: [0, 2, 4, 6] });
      const labels = lines.map(({ label }) => label);
      const range = [color.muted, color.second, color.third, color.first];
      const lineColor = { field: 'label', type: 'nominal', scale: { domain: labels, range }, legend: null };
      const last = { filter: 'datum.x > 0' };
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values: points },
            mark: { type: 'rule', color: color.second, strokeDash: [3, 3] },
            encoding: { x, y, y2: { field: 'height' } },
          },
          {
            data: { values: ends },
            mark: { type: 'line', strokeWidth: 2 },
            encoding: { x, y, color: lineColor },
          },
          {
            data: { values: ends },
            transform: [last],
            mark: { type: 'text', align: 'left', dx: 6 },
            encoding: { x, y, text: { field: 'label', type: 'nominal' }, color: lineColor },
          },
          {
            data: { values: points },
            mark: { type: 'point', filled: true, size: 110, opacity: 1, color: color.ink },
            encoding: { x, y },
          },
        ],
      };
    },
  },

  'descent-path': {
    title: 'The way down',
    description:
      'A map of the loss over m and c: contour lines with their losses around a narrow valley. With learning rate 0.05 the path runs straight into the valley and then slowly along it; with 0.17 it jumps from side to side.',
    async draw({ student, color }): Promise<PictureSpec> {
      const rates = [0.05, 0.17];
      const steps: object[] = [];
      for (const lr of rates) {
        const lines = await walk(student, lr, 40);
        steps.push(...lines.map(({ m, c }, order) => ({ lr: `lr ${lr}`, order, m, c })));
      }
      const levels = [0.2, 1, 3, 6, 10, 15];
      const contours = levels.flatMap(contour);
      const crossings = levels.slice(1).map((loss) => crossing(loss, -0.68));
      const x = quantitative('m', 'slope m', [-0.4, 4.4], { grid: false });
      const y = quantitative('c', 'intercept c', [-0.9, 1.9], { grid: false });
      const path = {
        field: 'lr',
        type: 'nominal',
        scale: { domain: rates.map((lr) => `lr ${lr}`), range: [color.first, color.second] },
        legend: null,
      };
      const named = [
        { m: 0, c: 0, text: `start, loss ${(await student.mse(0, 0, slide)).toFixed(1)}`, dx: 8, dy: 16 },
        { m: best.m, c: best.c, text: `lowest, loss ${best.loss.toFixed(3)}`, dx: 0, dy: 24 },
      ];
      return {
        width: 560,
        height: 340,
        layer: [
          {
            data: { values: contours },
            mark: { type: 'line', strokeWidth: 1, color: color.muted, opacity: 0.55, clip: true },
            encoding: { x, y, order: { field: 'order' }, detail: { field: 'loss' } },
          },
          {
            data: { values: crossings },
            mark: { type: 'text', align: 'left', dx: 4, fontSize: 11, color: color.muted, clip: true },
            encoding: { x, y, text: { field: 'loss', type: 'nominal' } },
          },
          {
            data: { values: steps },
            mark: { type: 'line', strokeWidth: 1.5 },
            encoding: { x, y, order: { field: 'order' }, color: path },
          },
          {
            data: { values: steps },
            mark: { type: 'point', filled: true, size: 28, opacity: 1 },
            encoding: { x, y, color: path },
          },
          {
            data: { values: steps },
            transform: [{ filter: "datum.order == (datum.lr == 'lr 0.05' ? 2 : 1)" }],
            mark: { type: 'text', dx: -6, dy: -14, fontWeight: 600 },
            encoding: { x, y, text: { field: 'lr', type: 'nominal' }, color: path },
          },
          ...named.map(({ text, dx, dy, ...place }) => ({
            data: { values: [place] },
            layer: [
              {
                mark: { type: 'point', filled: true, size: 110, opacity: 1, color: color.ink },
                encoding: { x, y },
              },
              {
                mark: { type: 'text', align: 'left', dx, dy, color: color.ink },
                encoding: { x, y, text: { value: text } },
              },
            ],
          })),
        ],
      };
    },
  },

  'learning-rates': {
    title: 'The learning rate decides',
    description:
      'The loss over 40 steps on a logarithmic scale: with learning rate 0.01 it falls slowly, with 0.1 at once near the floor, with 0.18 hardly at all; with 0.19 it grows.',
    async draw({ student, color }): Promise<PictureSpec> {
      const rates = [0.01, 0.1, 0.18, 0.19];
      const losses: { lr: string; step: number; loss: number }[] = [];
      for (const lr of rates) {
        const lines = await walk(student, lr, 40);
        for (const [step, { m, c }] of lines.entries()) {
          losses.push({ lr: `lr ${lr}`, step, loss: await student.mse(m, c, slide) });
        }
      }
      const x = quantitative('step', 'step', [0, 46], { values: [0, 10, 20, 30, 40] });
      const y = {
        field: 'loss',
        type: 'quantitative',
        title: 'loss, logarithmic',
        scale: { type: 'log', domain: [0.01, 100_000], nice: false },
        axis: { values: [0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000], format: '~g' },
      };
      const path = {
        field: 'lr',
        type: 'nominal',
        scale: {
          domain: rates.map((lr) => `lr ${lr}`),
          range: [color.third, color.first, color.muted, color.second],
        },
        legend: null,
      };
      return {
        width: 560,
        height: 320,
        data: { values: losses },
        layer: [
          { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y, color: path } },
          {
            transform: [{ filter: 'datum.step == 40' }],
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: 'lr', type: 'nominal' }, color: path },
          },
        ],
      };
    },
  },
});
