import { createStream, definePictures, type PictureSpec } from 'descent/grading';
import { divideBirds, withSpecies } from './birds.ts';
import { exports } from './exports.ts';
import { deviationOf, meanOf } from './judge.ts';

/** The points of exercise 02. */
const line = { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] };

/** A column with the mean `m` and the mean square `q`, and the best line above it. */
interface Valley {
  readonly m: number;
  readonly q: number;
  readonly best: { readonly w: number; readonly b: number };
}

function valleyOf(xs: readonly number[]): Valley {
  const [m, q] = [meanOf(xs), meanOf(xs.map((x) => x * x))];
  const together = meanOf(xs.map((x, i) => (x - m) * line.ys[i]!));
  const w = together / deviationOf(xs) ** 2;
  return { m, q, best: { w, b: meanOf(line.ys) - w * m } };
}

/** Where the loss is `height` above the lowest: an ellipse around the best line. */
function contour({ m, q, best }: Valley, height: number): readonly object[] {
  return Array.from({ length: 91 }, (_, order) => {
    const angle = (order * Math.PI) / 45;
    const dw = Math.sqrt(height / (q - m * m)) * Math.cos(angle);
    return { height, order, w: best.w + dw, b: best.b - m * dw + Math.sqrt(height) * Math.sin(angle) };
  });
}

/** Steps from w = 0, b = 0, with the learning rate that is best for this valley. */
function descend({ m, q, best }: Valley): readonly object[] {
  let [dw, db] = [-best.w, -best.b];
  return Array.from({ length: 13 }, (_, order) => {
    const place = { order, w: best.w + dw, b: best.b + db };
    const slope = { w: q * dw + m * db, b: m * dw + db };
    dw -= (2 / (1 + q)) * slope.w;
    db -= (2 / (1 + q)) * slope.b;
    return place;
  });
}

const axis = (field: string, title: string, domain: readonly number[]) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis: { grid: false, tickCount: 5 },
});

export const pictures = definePictures(exports, {
  'one-network-four-scales': {
    title: 'One network, four scales',
    description:
      'The loss over 30 epochs on a logarithmic scale, for the same network and the same birds. Look at the top: unscaled it stands still, far above what guessing brings. Standardized it falls fastest, scaled by minMax more slowly, divided by the mean slowest.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { training } = await divideBirds(createStream(9).derive('visible'));
      const known = withSpecies(training);
      const kinds = [
        { kind: 'none', label: 'none', paint: color.muted },
        { kind: 'mean', label: 'mean', paint: color.ink },
        { kind: 'minMax', label: 'minMax', paint: color.third },
        { kind: 'standard', label: 'standard', paint: color.first },
      ];
      const values: object[] = [];
      for (const { kind, label } of kinds) {
        const options = { kind, epochs: 30, seed: 3 };
        const { losses } = await student.classify(known, known.rows.slice(0, 1), options);
        values.push(...losses.map((loss, epoch) => ({ label, epoch: epoch + 1, loss })));
      }
      const x = {
        field: 'epoch',
        type: 'quantitative',
        title: 'epoch',
        scale: { domain: [0, 36], nice: false },
        axis: { values: [0, 10, 20, 30] },
      };
      const y = {
        field: 'loss',
        type: 'quantitative',
        title: 'loss of the training birds, logarithmic',
        scale: { type: 'log', domain: [0.01, 100], nice: false },
        axis: { values: [0.01, 0.1, 1, 10, 100], format: '~g' },
      };
      const path = {
        field: 'label',
        type: 'nominal',
        scale: { domain: kinds.map(({ label }) => label), range: kinds.map(({ paint }) => paint) },
        legend: null,
      };
      const guessing = { loss: Math.log(3) };
      return {
        width: 560,
        height: 320,
        data: { values },
        layer: [
          {
            data: { values: [guessing] },
            mark: { type: 'rule', color: color.second, strokeDash: [5, 4] },
            encoding: { y },
          },
          {
            data: { values: [{ ...guessing, epoch: 31 }] },
            mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -4, color: color.second },
            encoding: { x, y, text: { value: 'guessing' } },
          },
          { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y, color: path } },
          {
            transform: [{ filter: 'datum.epoch == 30' }],
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: 'label', type: 'nominal' }, color: path },
          },
        ],
      };
    },
  },

  'two-valleys': {
    title: 'A narrow valley and a round one',
    description:
      'Lines of equal height of the loss over w and b for three points. Look at the path from the start: with x as it is the valley is narrow, and 12 steps jump from side to side and come hardly nearer to the lowest point. With x standardized it is round, and one step leads to the lowest point.',
    async draw({ student, color }): Promise<PictureSpec> {
      const rows = line.xs.map((x) => [x]);
      const scaler = await student.fitScaler(rows, 'standard');
      const standardized = await student.transform(rows, scaler);
      const shown = [
        { title: 'x as it is', xs: line.xs, paint: color.second, w: [-1.4, 4.4], b: [-2.4, 3.4] },
        {
          title: 'x standardized',
          xs: standardized.map(([x]) => x!),
          paint: color.first,
          w: [-2.8, 6.2],
          b: [-0.6, 8.4],
        },
      ];
      const panels: object[] = [];
      for (const { title, xs, paint, ...domains } of shown) {
        const valley = valleyOf(xs);
        const condition = await student.conditionNumber(xs);
        const encoding = { x: axis('w', 'w', domains.w), y: axis('b', 'b', domains.b) };
        const path = descend(valley);
        panels.push({
          title: `${title}: condition number ${condition.toFixed(0)}`,
          width: 250,
          height: 250,
          layer: [
            {
              data: { values: [0.1, 0.5, 2, 5, 10, 18].flatMap((height) => contour(valley, height)) },
              mark: { type: 'line', strokeWidth: 1, color: color.muted, opacity: 0.6, clip: true },
              encoding: { ...encoding, order: { field: 'order' }, detail: { field: 'height' } },
            },
            {
              data: { values: [valley.best] },
              mark: { type: 'point', filled: true, size: 110, opacity: 1, color: color.ink },
              encoding,
            },
            {
              data: { values: path },
              mark: { type: 'line', strokeWidth: 1, color: paint },
              encoding: { ...encoding, order: { field: 'order' } },
            },
            {
              data: { values: path },
              mark: { type: 'point', filled: true, size: 30, opacity: 1, color: paint },
              encoding,
            },
            {
              data: { values: path.slice(0, 1) },
              mark: { type: 'text', align: 'right', dx: -8, color: color.ink },
              encoding: { ...encoding, text: { value: 'start' } },
            },
          ],
        });
      }
      return { hconcat: panels };
    },
  },
});
