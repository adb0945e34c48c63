import {
  createStream,
  definePictures,
  type PictureColors,
  type PictureSpec,
  type Student,
  type TensorValue,
} from 'descent/grading';
import { exports } from './exports.ts';
import { drawScenes, imageOf, imagesOf, labelsOf, paint, SHAPES, SIZE, type PlacedShape } from './shapes.ts';

type Answer = Student<typeof exports>;
const networks = new WeakMap<Answer, ReturnType<Answer['train']>>();

/** The network of all pictures of an answer, trained once. */
function train(student: Answer): ReturnType<Answer['train']> {
  const scenes = drawScenes(createStream(31).derive('pictures'), 480);
  const known = networks.get(student);
  if (known !== undefined) return known;
  const network = student.train(imagesOf(scenes), labelsOf(scenes), { epochs: 16, seed: 3 });
  networks.set(student, network);
  return network;
}

const [BLOB, CROSS, RING] = [0, 1, 2];
const alone: readonly PlacedShape[] = [
  { label: BLOB, row: 9, column: 2 },
  { label: CROSS, row: 2, column: 9 },
  { label: RING, row: 8, column: 9 },
];
const together: readonly PlacedShape[] = [
  { label: BLOB, row: 1, column: 1 },
  { label: CROSS, row: 9, column: 5 },
  { label: RING, row: 2, column: 10 },
];

function sceneOf(shapes: readonly PlacedShape[], bar: { row: number; column: number; isUpright: boolean }) {
  return { pixels: paint(shapes, bar, createStream(31).derive('noise')) };
}

/** Squares of a grid on the image, as dark as their values from 0 to 1 say; those near 0 are left out. */
function squares(values: ArrayLike<number>, cells: number, color: string): Record<string, unknown> {
  const side = SIZE / cells;
  const shown = Array.from(values, (value, place) => ({
    row: side * Math.floor(place / cells),
    column: side * (place % cells),
    value: Number(Math.min(1, value).toFixed(2)),
  })).filter(({ value }) => value >= 0.15);
  return {
    data: { values: shown },
    transform: [
      { calculate: `datum.row + ${side}`, as: 'bottom' },
      { calculate: `datum.column + ${side}`, as: 'right' },
    ],
    mark: { type: 'rect', color },
    encoding: {
      ...axes,
      x2: { field: 'right' },
      y2: { field: 'bottom' },
      opacity: {
        field: 'value',
        type: 'quantitative',
        scale: { domain: [0, 1], range: [0, 0.85] },
        legend: null,
      },
    },
  };
}

const axis = (field: string, isReversed: boolean) => ({
  field,
  type: 'quantitative',
  axis: null,
  scale: { domain: [0, SIZE], nice: false, reverse: isReversed },
});
const axes = { x: axis('column', false), y: axis('row', true) };

/** An image with a map over it, and a mark where the map is largest. */
async function panel(options: {
  readonly student: Answer;
  readonly color: PictureColors;
  readonly scene: { readonly pixels: Float32Array };
  readonly target: number;
  readonly text: string;
}): Promise<PictureSpec> {
  const { student, color, scene, target, text } = options;
  const map = await student.cam(await train(student), imageOf(scene), target);
  const { row, column } = await student.locate(map, SIZE);
  const values = Array.from(map.data);
  const largest = Math.max(...values);
  return {
    title: { text, fontSize: 13, anchor: 'start', offset: 4 },
    width: 165,
    height: 165,
    view: { stroke: color.grid },
    layer: [
      squares(scene.pixels, SIZE, color.ink),
      squares(
        values.map((value) => (largest > 0 ? value / largest : 0)),
        map.shape[1]!,
        color.second,
      ),
      {
        data: { values: [{ row: row + 0.5, column: column + 0.5 }] },
        mark: { type: 'point', shape: 'circle', size: 260, strokeWidth: 3, color: color.first },
        encoding: axes,
      },
    ],
  };
}

export const pictures = definePictures(exports, {
  'where-it-looks': {
    title: 'Where it looks',
    description:
      'Six images with a class activation map over each. Above, a blob, a cross and a ring with a bar in each image: the map of the right class lies on the shape, not on the bar. Below, three times one image with all three shapes: the map asked for the blob lies on the blob, the one for the cross on the cross, the one for the ring on the ring.',
    async draw({ student, color }): Promise<PictureSpec> {
      const bars = [
        { row: 3, column: 8, isUpright: false },
        { row: 9, column: 3, isUpright: true },
        { row: 2, column: 4, isUpright: true },
      ];
      const crowd = sceneOf(together, { row: 10, column: 14, isUpright: true });
      const panels: PictureSpec[] = [];
      for (const [index, shape] of alone.entries()) {
        const scene = sceneOf([shape], bars[index]!);
        const text = `a ${SHAPES[shape.label]!}`;
        panels.push(await panel({ student, color, scene, target: shape.label, text }));
      }
      for (const { label } of together) {
        const text = `where is the ${SHAPES[label]!}?`;
        panels.push(await panel({ student, color, scene: crowd, target: label, text }));
      }
      return { columns: 3, spacing: 14, concat: panels };
    },
  },

  'feature-maps': {
    title: 'What the maps see',
    description:
      'An image with a blob, a cross, a ring and a bar, and beside it its feature maps, 8 by 8 cells each. Some answer to what is filled, some to slanted lines, some to any edge, and some to nothing in this image.',
    async draw({ student, color }): Promise<PictureSpec> {
      const scene = sceneOf(together, { row: 10, column: 14, isUpright: true });
      const maps = await student.featureMaps(await train(student), imagesOf([scene]));
      const small = (text: string, layer: unknown) => ({
        title: { text, fontSize: 12, anchor: 'start', offset: 3 },
        width: 54,
        height: 54,
        view: { stroke: color.grid },
        layer: [layer],
      });
      return {
        hconcat: [
          { ...small('the image', squares(scene.pixels, SIZE, color.ink)), width: 150, height: 150 },
          {
            columns: 6,
            spacing: 10,
            concat: filtersOf(maps).map((values, k) =>
              small(`${k + 1}`, squares(values, maps.shape[2]!, color.second)),
            ),
          },
        ],
      };
    },
  },
});

/** The maps of one image, at most 18, each scaled so that its largest value is 1. */
function filtersOf(maps: TensorValue): number[][] {
  const filters = maps.shape[3]!;
  const values = Array.from(maps.data);
  return Array.from({ length: Math.min(18, filters) }, (_, k) => {
    const own = values.filter((_value, place) => place % filters === k);
    const largest = Math.max(...own, 1e-9);
    return own.map((value) => value / largest);
  });
}
