import { definePictures, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';

/** A ravine that is twenty times as steep across as along. */
const CURVATURES = [1, 20];
const FROM = [2, 0.9];
const STEPS = 40;

const COMMON = {
  beta: 0.7,
  decay: 0.9,
  beta1: 0.8,
  beta2: 0.95,
  epsilon: 1e-7,
  start: 0.1,
  l1: 0,
  l2: 0,
};

/** Every rule with what suits it. */
const SETTINGS: Readonly<Record<string, object>> = {
  sgd: { lr: 0.09 },
  momentum: { lr: 0.04 },
  nesterov: { lr: 0.03 },
  adagrad: { lr: 0.45 },
  rmsprop: { lr: 0.08 },
  adadelta: { lr: 1, epsilon: 0.003 },
  adam: { lr: 0.12 },
  adamax: { lr: 0.15 },
  nadam: { lr: 0.1 },
  ftrl: { lr: 0.45, l1: 0.7 },
};

/** Where the loss is `level`: an ellipse. */
function contour(
  level: number,
): { readonly level: number; readonly order: number; w1: number; w2: number }[] {
  return Array.from({ length: 41 }, (_, order) => {
    const angle = (order * Math.PI) / 20;
    const [w1, w2] = [Math.cos(angle), Math.sin(angle)].map(
      (part, i) => part * Math.sqrt((2 * level) / CURVATURES[i]!),
    );
    return { level, order, w1: w1!, w2: w2! };
  });
}

const axis = (field: string, domain: readonly number[], values: readonly number[]) => ({
  field,
  type: 'quantitative',
  title: null,
  scale: { domain, nice: false },
  axis: { grid: false, values, ticks: false },
});

export const pictures = definePictures(exports, {
  'paths-on-a-ravine': {
    title: 'Ten ways down the same ravine',
    description:
      'Ten small maps of a long narrow valley with the path of each rule over 40 steps from the same start. Sgd jumps from side to side. Momentum and nesterov swing back and forth in wide bows. Adagrad, rmsprop, adadelta and the family of adam set off diagonally, as if the valley were round. Ftrl goes like adagrad.',
    async draw({ student, color }): Promise<PictureSpec> {
      const rules = Object.keys(SETTINGS);
      const points: object[] = [];
      for (const rule of rules) {
        const settings = { ...COMMON, ...SETTINGS[rule] };
        const path = await student.descend(rule, {
          curvatures: CURVATURES,
          from: FROM,
          settings,
          steps: STEPS,
        });
        points.push(...path.map(([w1, w2], order) => ({ rule, kind: 'path', order, w1, w2 })));
      }
      const levels = [0.2, 1, 2.5, 5, 8.5].flatMap(contour);
      const lines = rules.flatMap((rule) => levels.map((point) => ({ rule, kind: 'level', ...point })));
      const x = axis('w1', [-0.6, 2.3], [0, 1, 2]);
      const y = axis('w2', [-1.05, 1.05], [-1, 0, 1]);
      const only = (kind: string) => [{ filter: `datum.kind == '${kind}'` }];
      return {
        data: { values: [...lines, ...points] },
        facet: {
          field: 'rule',
          type: 'nominal',
          sort: rules,
          title: null,
          header: { labelFontSize: 13, labelFontWeight: 600 },
        },
        columns: 5,
        spacing: 14,
        spec: {
          width: 100,
          height: 122,
          layer: [
            {
              transform: only('level'),
              mark: { type: 'line', strokeWidth: 1, color: color.muted, opacity: 0.45, clip: true },
              encoding: { x, y, order: { field: 'order' }, detail: { field: 'level' } },
            },
            {
              transform: only('path'),
              mark: { type: 'line', strokeWidth: 1.2, color: color.first, clip: true },
              encoding: { x, y, order: { field: 'order' } },
            },
            {
              transform: only('path'),
              mark: { type: 'point', filled: true, size: 12, opacity: 1, color: color.first, clip: true },
              encoding: { x, y },
            },
            {
              transform: [...only('path'), { filter: `datum.order == ${STEPS}` }],
              mark: { type: 'point', filled: true, size: 45, opacity: 1, color: color.second },
              encoding: { x, y },
            },
          ],
        },
      };
    },
  },

  schedules: {
    title: 'Rates that fall',
    description:
      'The factor of the learning rate over 100 steps: halved every 25 steps, times 0.97 at every step, along half a cosine to 0, and one over 1 + 0.1 t, which falls fastest at first and slowest in the end.',
    async draw({ student, color }): Promise<PictureSpec> {
      const schedules = {
        'step, half every 25': { schedule: { type: 'step', decay: 0.5, every: 25 }, at: 24, dx: 12, dy: 12 },
        'exponential, 0.97': { schedule: { type: 'exponential', decay: 0.97 }, at: 100, dx: 6, dy: 4 },
        'cosine, 100 steps': { schedule: { type: 'cosine', steps: 100 }, at: 30, dx: 8, dy: -8 },
        '1/t, 0.1': { schedule: { type: 'inverseTime', decay: 0.1 }, at: 100, dx: 6, dy: -4 },
      };
      const names = Object.keys(schedules);
      const factors: object[] = [];
      const labels: object[] = [];
      for (const [name, { schedule, at, dx, dy }] of Object.entries(schedules)) {
        for (let t = 0; t <= 100; t++) {
          const point = { name, t, factor: await student.factor(schedule, t) };
          factors.push(point);
          if (t === at) labels.push({ ...point, dx, dy });
        }
      }
      const x = {
        field: 't',
        type: 'quantitative',
        title: 'steps taken',
        scale: { domain: [0, 136], nice: false },
        axis: { values: [0, 25, 50, 75, 100] },
      };
      const y = { field: 'factor', type: 'quantitative', title: 'factor of the learning rate' };
      const hue = {
        field: 'name',
        type: 'nominal',
        scale: { domain: names, range: [color.muted, color.second, color.first, color.third] },
        legend: null,
      };
      return {
        width: 560,
        height: 280,
        layer: [
          {
            data: { values: factors },
            mark: { type: 'line', strokeWidth: 2, interpolate: 'step-after' },
            encoding: { x, y, color: hue },
          },
          ...(labels as { dx: number; dy: number }[]).map(({ dx, dy, ...label }) => ({
            data: { values: [label] },
            mark: { type: 'text', align: 'left', fontWeight: 600, dx, dy },
            encoding: { x, y, text: { field: 'name', type: 'nominal' }, color: hue },
          })),
        ],
      };
    },
  },
});
