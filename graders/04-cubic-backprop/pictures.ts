import { definePictures, type PictureSpec } from 'descent/grading';
import { sine, START } from './cubic.ts';
import { exports } from './exports.ts';

/** After how many epochs the cubic is shown. */
const epochsShown = [0, 100, 300, 2000];

const quantitative = (field: string, title: string, domain: readonly number[], axis: object = {}) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis: { grid: false, ...axis },
});

const rounded = (value: number): number => Number(value.toFixed(4));

export const pictures = definePictures(exports, {
  'cubic-and-sine': {
    title: 'A cubic learns the sine',
    description:
      'The sine from −π to π as a dashed curve, and the cubic after 0, 100, 300 and 2,000 epochs. It begins as another curve altogether and comes nearer each time. Look at both ends, where it is wrong longest: at last only small differences are left there.',
    async draw({ student, color }): Promise<PictureSpec> {
      const points = sine(2000);
      const { xs, ys } = sine(81);
      const curves: { label: string; x: number; y: number }[] = [];
      const labels: string[] = [];
      for (const epochs of epochsShown) {
        const options = { lr: 1e-6, epochs, reduction: 'sum', start: START };
        const { w } = await student.train(points, options);
        const heights = await student.predict(w, xs);
        const label = epochs === 0 ? 'start' : `${epochs.toLocaleString('en')} epochs`;
        labels.push(label);
        curves.push(...xs.map((x, i) => ({ label, x: rounded(x), y: rounded(heights[i]!) })));
      }
      const sinus = xs.map((x, i) => ({ x: rounded(x), y: rounded(ys[i]!) }));
      const x = quantitative('x', 'x', [-3.3, 4.9], {
        values: [-Math.PI, 0, Math.PI],
        labelExpr: "datum.value < -1 ? '−π' : datum.value > 1 ? 'π' : '0'",
      });
      const y = quantitative('y', 'y', [-1.5, 3.2], { values: [-1, 0, 1, 2, 3] });
      const scale = {
        domain: labels,
        range: [color.muted, color.third, color.second, color.first],
      };
      const byLabel = { field: 'label', type: 'nominal', scale, legend: null };
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values: curves },
            mark: { type: 'line', strokeWidth: 2 },
            encoding: { x, y, color: byLabel },
          },
          {
            data: { values: sinus },
            mark: { type: 'line', strokeWidth: 2.5, strokeDash: [5, 4], color: color.ink },
            encoding: { x, y },
          },
          {
            data: { values: curves },
            transform: [{ filter: 'datum.x > 3.14' }],
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: 'label', type: 'nominal' }, color: byLabel },
          },
          {
            data: { values: [{ x: 1.57, y: 1.16 }] },
            mark: { type: 'text', fontWeight: 600, color: color.ink },
            encoding: { x, y, text: { value: 'sine' } },
          },
        ],
      };
    },
  },

  weights: {
    title: 'Four weights find their places',
    description:
      'The four weights over 2,000 epochs. Look at the right edge: those of x⁰ and x² end at 0, the latter much sooner; that of x rises to 0.86, that of x³ falls to −0.09. A weight that stays where it began is not trained.',
    async draw({ student, color }): Promise<PictureSpec> {
      const points = sine(2000);
      const names = ['w₀ (1)', 'w₁ (x)', 'w₂ (x²)', 'w₃ (x³)'];
      const values: { name: string; epoch: number; weight: number }[] = [];
      let w: readonly number[] = START;
      for (let epoch = 0; epoch <= 2000; epoch += 25) {
        const weights = w;
        values.push(...names.map((name, k) => ({ name, epoch, weight: rounded(weights[k]!) })));
        w = (await student.train(points, { lr: 1e-6, epochs: 25, reduction: 'sum', start: [...w] })).w;
      }
      const x = quantitative('epoch', 'epoch', [0, 2250], { values: [0, 500, 1000, 1500, 2000] });
      const y = quantitative('weight', 'weight', [-0.4, 1], { values: [0, 0.5, 1] });
      const scale = { domain: names, range: [color.muted, color.first, color.second, color.third] };
      const byName = { field: 'name', type: 'nominal', scale, legend: null };
      // Three weights end so near to each other that their names have to be moved apart.
      const last = values
        .filter(({ epoch }) => epoch === 2000)
        .map((value, k) => ({ ...value, weight: value.weight + [0.06, 0, 0, -0.05][k]! }));
      return {
        width: 560,
        height: 320,
        layer: [
          {
            data: { values },
            mark: { type: 'line', strokeWidth: 2 },
            encoding: { x, y, color: byName },
          },
          {
            data: { values: last },
            mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: 'name', type: 'nominal' }, color: byName },
          },
        ],
      };
    },
  },
});
