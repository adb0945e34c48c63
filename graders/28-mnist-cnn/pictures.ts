import { createStream, definePictures, type PictureSpec, type Student } from 'descent/grading';
import { drawDigits, SIDE } from './digits.ts';
import { exports } from './exports.ts';

type Answer = Student<typeof exports>;

async function train(student: Answer) {
  const [training, others] = await drawDigits(createStream(28).derive('pictures'), [1500, 3000]);
  const model = await student.buildCnn(1);
  await student.train(model, training, { epochs: 5, seed: 1 });
  return { model, others: others! };
}

const trainings = new WeakMap<Answer, ReturnType<typeof train>>();

/** The network of all pictures of an answer, trained once. */
function trained(student: Answer): ReturnType<typeof train> {
  const known = trainings.get(student) ?? train(student);
  trainings.set(student, known);
  return known;
}

/** Brightnesses that a picture tells apart. */
const SHADES = 3;

/** The strokes of an image: pixels of one row and one shade that lie side by side, as one piece. */
function strokesOf(image: ArrayLike<number>) {
  const strokes: { row: number; from: number; to: number; shade: number }[] = [];
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const shade = Math.round(SHADES * image[row * SIDE + column]!) / SHADES;
      const last = strokes.at(-1);
      if (last?.row === row && last.to === column && last.shade === shade) last.to++;
      else if (shade > 0) strokes.push({ row, from: column, to: column + 1, shade });
    }
  }
  return strokes;
}

const hidden = (field: string, domain: readonly number[], more: object = {}) => ({
  field,
  type: 'quantitative',
  axis: null,
  scale: { domain, nice: false, zero: false, ...more },
});

export const pictures = definePictures(exports, {
  'first-filters': {
    title: 'What the first layer looks for',
    description:
      'The eight filters of the first layer after training, each as 5 by 5 weights, blue where ink counts for it and vermilion where ink counts against it. Filters 0, 1 and 4 have a blue and a vermilion side: they look for edges, each in a direction of its own. Others show no such order.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { model } = await trained(student);
      const filters = await student.firstFilters(model);
      const values = filters.flatMap((rows, filter) => {
        const largest = Math.max(...rows.flat().map(Math.abs));
        return rows.flatMap((weights, row) =>
          weights.map((weight, column) => ({
            filter,
            row,
            column,
            sign: weight < 0 ? 'against' : 'for',
            strength: Math.abs(weight) / largest,
          })),
        );
      });
      const place = (field: string) => ({ field, type: 'ordinal', axis: null, scale: { padding: 0.04 } });
      return {
        data: { values },
        facet: { field: 'filter', type: 'ordinal', header: null },
        columns: 4,
        spacing: 22,
        spec: {
          width: 115,
          height: 115,
          mark: { type: 'rect' },
          encoding: {
            x: place('column'),
            y: place('row'),
            color: {
              field: 'sign',
              type: 'nominal',
              title: 'ink here counts',
              scale: { domain: ['for', 'against'], range: [color.first, color.second] },
              legend: { orient: 'top' },
            },
            opacity: { field: 'strength', type: 'quantitative', scale: { domain: [0, 1] }, legend: null },
          },
        },
      };
    },
  },

  'worst-mistakes': {
    title: 'Its worst mistakes',
    description:
      'The ten digits, of 3,000 that it has never seen, which the network names wrongly and of which it is most certain. Under each stands what it is and what the network takes it for, with the probability, near 100 percent. Some are hard to read for people as well, others are not.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { model, others } = await trained(student);
      const worst = await student.worstMistakes(model, others, 10);
      const [width, height] = [SIDE + 6, SIDE + 15];
      const places = worst.map((mistake, place) => ({
        ...mistake,
        left: (place % 5) * width,
        top: Math.floor(place / 5) * height,
      }));
      const strokes = places.flatMap(({ index, left, top }) =>
        strokesOf(others.images.data.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE)).map(
          ({ row, from, to, shade }) => ({
            x: left + from,
            x2: left + to,
            y: top + row,
            y2: top + row + 1,
            shade,
          }),
        ),
      );
      const texts = places.map(({ truth, named, probability, left, top }) => ({
        x: left + SIDE / 2,
        y: top + SIDE + 2,
        text: `a ${truth}, named ${named}`,
        sure: probability > 0.999 ? '> 99.9 % sure' : `${(100 * probability).toFixed(1)} % sure`,
      }));
      const x = hidden('x', [0, 5 * width - 6]);
      const y = hidden('y', [0, 2 * height - 4], { reverse: true });
      const line = (field: string, dy: number, more: object) => ({
        data: { values: texts },
        mark: { type: 'text', baseline: 'top', dy, ...more },
        encoding: { x, y, text: { field, type: 'nominal' } },
      });
      return {
        width: 560,
        height: 285,
        layer: [
          {
            data: { values: strokes },
            mark: { type: 'rect', color: color.ink },
            encoding: {
              x,
              x2: { field: 'x2' },
              y,
              y2: { field: 'y2' },
              opacity: { field: 'shade', type: 'quantitative', scale: { domain: [0, 1] }, legend: null },
            },
          },
          line('text', 0, { fontWeight: 600 }),
          line('sure', 15, { color: color.muted }),
        ],
      };
    },
  },
});
