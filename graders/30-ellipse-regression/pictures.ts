import {
  definePictures,
  tensorValue,
  type PictureColors,
  type PictureSpec,
  type Student,
} from 'descent/grading';
import { exports } from './exports.ts';
import { ellipsesOf, errorOf, errorOfMean, imagesOf, type Item } from './judge.ts';

type Answer = Student<typeof exports>;
const SIZE = 16;
const [TRAINING, JUDGED] = [
  { seed: 1, count: 480 },
  { seed: 2, count: 200 },
];

/** Items of the answer's own making. */
async function itemsOf(student: Answer, { seed, count }: typeof TRAINING): Promise<readonly Item[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => student.ellipseItem(seed, i, SIZE)));
}

/** What a network says of images that it has not seen, after training on others. */
async function study(student: Answer, input: 'colors' | 'difference', head: 'flatten' | 'average') {
  const [known, judged] = [await itemsOf(student, TRAINING), await itemsOf(student, JUDGED)];
  const see = async (items: readonly Item[]) =>
    input === 'colors' ? imagesOf(items) : student.difference(imagesOf(items));
  const options = { head, epochs: 12, seed: 3 };
  const model = await student.train(await see(known), ellipsesOf(known), options);
  const found = await model.predict(await see(judged));
  const rows = found as { readonly data: ArrayLike<number> };
  const predicted = tensorValue(rows.data, [judged.length, 4]);
  return { known, judged, predicted, error: errorOf(predicted, judged) };
}

const studies = new WeakMap<Answer, Map<string, ReturnType<typeof study>>>();

/** Each study is made once for all pictures of an answer. */
function studied(student: Answer, input: 'colors' | 'difference', head: 'flatten' | 'average') {
  const own = studies.get(student) ?? new Map<string, ReturnType<typeof study>>();
  studies.set(student, own);
  const name = `${input} ${head}`;
  const found = own.get(name) ?? study(student, input, head);
  own.set(name, found);
  return found;
}

const axis = (field: string, isReversed: boolean) => ({
  field,
  type: 'quantitative',
  axis: null,
  scale: { domain: [0, 1], nice: false, reverse: isReversed },
});
const axes = { x: axis('x', false), y: axis('y', true) };

/** The edge of an ellipse. */
function outline([x, y, radiusX, radiusY]: readonly number[], mark: Record<string, unknown>) {
  const values = Array.from({ length: 49 }, (_, order) => {
    const angle = (2 * Math.PI * order) / 48;
    const [right, down] = [x! + radiusX! * Math.cos(angle), y! + radiusY! * Math.sin(angle)];
    return { order, x: Number(right.toFixed(3)), y: Number(down.toFixed(3)) };
  });
  return {
    data: { values },
    mark: { type: 'line', clip: true, ...mark },
    encoding: { ...axes, order: { field: 'order', type: 'quantitative' } },
  };
}

/** The pixels of an image whose color is not that of its corner, over that color. */
function pixels({ image }: Item): Record<string, unknown>[] {
  const colorOf = (pixel: number) =>
    `rgb(${[0, 1, 2].map((part) => Math.round(255 * image.data[3 * pixel + part]!)).join(', ')})`;
  const back = colorOf(0);
  const front = Array.from({ length: SIZE * SIZE }, (_, pixel) => ({
    x: (pixel % SIZE) / SIZE,
    y: Math.floor(pixel / SIZE) / SIZE,
    right: ((pixel % SIZE) + 1) / SIZE,
    bottom: (Math.floor(pixel / SIZE) + 1) / SIZE,
    fill: colorOf(pixel),
  })).filter(({ fill }) => fill !== back);
  const box = { x2: { field: 'right' }, y2: { field: 'bottom' } };
  const fill = { field: 'fill', type: 'nominal', scale: null };
  const values = [{ x: 0, y: 0, right: 1, bottom: 1, fill: back }, ...front];
  return [{ data: { values }, mark: { type: 'rect' }, encoding: { ...axes, ...box, color: fill } }];
}

/** An image, the ellipse that the network sees in it, and the true one. */
function panel(item: Item, predicted: readonly number[], overlap: number, color: PictureColors): PictureSpec {
  return {
    title: { text: `overlap ${overlap.toFixed(2)}`, fontSize: 13, anchor: 'start', offset: 4 },
    width: 128,
    height: 128,
    view: { stroke: color.grid },
    layer: [
      ...pixels(item),
      outline(item.ellipse, { color: 'white', strokeWidth: 3.5 }),
      outline(item.ellipse, { color: 'black', strokeWidth: 1.5 }),
      outline(predicted, { color: 'white', strokeWidth: 3.5 }),
      outline(predicted, { color: color.second, strokeWidth: 2, strokeDash: [5, 3] }),
    ],
  };
}

export const pictures = definePictures(exports, {
  'predicted-and-true': {
    title: 'Predicted and true ellipses',
    description:
      'Eight images of 16 by 16 pixels that the network has not seen, each an ellipse of one color on a background of another. The true ellipse is drawn as a black line, the predicted one as a dashed line; above each stands how far they overlap, from 0 to 1. Most nearly coincide.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { judged, predicted } = await studied(student, 'difference', 'flatten');
      const panels: PictureSpec[] = [];
      for (const [index, item] of judged.slice(0, 8).entries()) {
        const own = Array.from(predicted.data.slice(4 * index, 4 * index + 4));
        panels.push(panel(item, own, await student.iou(own, item.ellipse, SIZE), color));
      }
      return { columns: 4, spacing: 16, concat: panels };
    },
  },

  'what-helps': {
    title: 'What helps, and what does not',
    description:
      'Mean squared error on 200 images that no network has seen, as bars: always saying the mean is worst; a network that averages its maps has about half of that error, one that sees the colors and keeps the place less; the one that sees only the difference from the corner has by far the smallest error.',
    async draw({ student, color }): Promise<PictureSpec> {
      const colors = await studied(student, 'colors', 'flatten');
      const values = [
        { who: 'always the mean', error: errorOfMean(colors.known, colors.judged) },
        { who: 'difference, averaged', error: (await studied(student, 'difference', 'average')).error },
        { who: 'colors', error: colors.error },
        { who: 'difference from the corner', error: (await studied(student, 'difference', 'flatten')).error },
      ].map((row) => ({ ...row, text: row.error.toFixed(4) }));
      const y = {
        field: 'who',
        type: 'nominal',
        title: null,
        sort: null,
        axis: { domain: false, ticks: false, labelLimit: 220 },
      };
      const x = {
        field: 'error',
        type: 'quantitative',
        title: 'mean squared error',
        scale: { domain: [0, 0.02], nice: false },
        axis: { tickCount: 4 },
      };
      return {
        width: 380,
        height: 190,
        data: { values },
        layer: [
          { mark: { type: 'bar', color: color.first, height: 26 }, encoding: { x, y } },
          {
            mark: { type: 'text', align: 'left', dx: 6, color: color.ink },
            encoding: { x, y, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },
});
