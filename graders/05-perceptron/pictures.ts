import { definePictures, type PictureColors, type PictureSpec, type Stream } from 'descent/grading';
import { exports } from './exports.ts';

interface Points {
  readonly xs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** A neuron for two features. */
interface Separator {
  readonly w: readonly number[];
  readonly b: number;
}

/** Training that has not ended by then is shown as it is. */
const MOST_EPOCHS = 12;

/** The boundary that separates the points of these pictures; its weights have length 1, so that sums are distances. */
const separator: Separator = { w: [0.6, 0.8], b: 0.2 };

/** Sixty points of the square from -1 to 1 that keep some way from the separator. */
function drawSample(stream: Stream, gap: number): Points & { readonly distances: readonly number[] } {
  const xs: number[][] = [];
  const distances: number[] = [];
  while (xs.length < 60) {
    const [x1, x2] = [2 * stream.uniform() - 1, 2 * stream.uniform() - 1];
    const distance = 0.6 * x1 + 0.8 * x2 + 0.2;
    if (Math.abs(distance) < gap) continue;
    xs.push([x1, x2]);
    distances.push(distance);
  }
  return { xs, distances, labels: distances.map((distance) => (distance > 0 ? 1 : 0)) };
}

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** The two ends of a boundary, far outside of every picture; none for a neuron without weights. */
function ends({ w, b }: Separator, tags: object): readonly object[] {
  const square = w[0]! ** 2 + w[1]! ** 2;
  if (square === 0) return [];
  const [x, y] = [(-b * w[0]!) / square, (-b * w[1]!) / square];
  return [-9, 9].map((far) => ({ ...tags, x1: x - (far * w[1]!) / square, x2: y + (far * w[0]!) / square }));
}

/** Where a boundary leaves the square, farthest to the left. */
function wayOut(neuron: Separator): readonly object[] {
  const found = ends(neuron, {});
  const [from, to] = found as [{ x1: number; x2: number }, { x1: number; x2: number }];
  if (found.length === 0) return [];
  const along = (share: number) => ({
    x1: from.x1 + share * (to.x1 - from.x1),
    x2: from.x2 + share * (to.x2 - from.x2),
  });
  const shares = [1.05, -1.05].flatMap((side) => [
    (side - from.x1) / (to.x1 - from.x1),
    (side - from.x2) / (to.x2 - from.x2),
  ]);
  const places = shares.map(along).filter(({ x1, x2 }) => Math.max(Math.abs(x1), Math.abs(x2)) < 1.06);
  return places.sort((one, other) => one.x1 - other.x1).slice(0, 1);
}

const axis = (field: string, domain: readonly number[], values: readonly number[]) => ({
  field,
  type: 'quantitative',
  title: field,
  scale: { domain, nice: false },
  axis: { grid: false, values },
});

/** The points: filled circles for label 1, open squares for label 0. */
function pointLayer({ xs, labels }: Points, color: PictureColors, encoding: object, size: number): object {
  const values = xs.map((x, i) => ({ x1: x[0], x2: x[1], label: labels[i] }));
  const byLabel = (range: readonly string[]) => ({
    field: 'label',
    type: 'nominal',
    scale: { domain: [0, 1], range },
    legend: null,
  });
  return {
    data: { values },
    mark: { type: 'point', size, opacity: 1, strokeWidth: 2 },
    encoding: {
      ...encoding,
      stroke: byLabel([color.second, color.first]),
      fill: byLabel(['transparent', color.first]),
      shape: byLabel(['square', 'circle']),
    },
  };
}

export const pictures = definePictures(exports, {
  'separating-lines': {
    title: 'One epoch after another',
    description:
      'Sixty points of two classes in a square, and the boundary after each epoch. The first lines have some points on their wrong side; the last, strong one has all circles on one side and all squares on the other.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const { xs, labels } = drawSample(stream('lines'), 0.04);
      const neurons: Separator[] = [];
      for (let epoch = 1; epoch <= MOST_EPOCHS; epoch++) {
        const { w, b, converged } = await student.train({ xs, labels }, { lr: 0.5, maxEpochs: epoch });
        // An epoch without a mistake has changed nothing.
        if (converged && epoch > 1) break;
        neurons.push({ w, b });
      }
      const tagged = neurons.map((neuron, index) => {
        return { neuron, tags: { epoch: `epoch ${index + 1}`, isLast: index === neurons.length - 1 } };
      });
      const lines = tagged.flatMap(({ neuron, tags }) => ends(neuron, tags));
      const names = tagged.flatMap(({ neuron, tags }) =>
        wayOut(neuron).map((place) => ({ ...place, ...tags })),
      );
      const vertical = axis('x2', [-1.05, 1.05], [-1, 0, 1]);
      const encoding = {
        x: axis('x1', [-1.05, 1.05], [-1, 0, 1]),
        // The names of the lines stand on the left.
        y: { ...vertical, axis: { ...vertical.axis, orient: 'right' } },
      };
      const last = { test: 'datum.isLast' };
      return {
        width: 400,
        height: 400,
        layer: [
          {
            data: { values: lines },
            mark: { type: 'line', clip: true, color: color.ink },
            encoding: {
              ...encoding,
              detail: { field: 'epoch' },
              opacity: { condition: { ...last, value: 1 }, value: 0.6 },
              strokeWidth: { condition: { ...last, value: 3 }, value: 1.2 },
            },
          },
          {
            data: { values: names },
            mark: { type: 'text', align: 'right', dx: -5, color: color.ink },
            encoding: { ...encoding, text: { field: 'epoch', type: 'nominal' } },
          },
          pointLayer({ xs, labels }, color, encoding, 70),
        ],
      };
    },
  },

  'or-and-xor': {
    title: 'What one neuron can learn',
    description:
      'The four corners of a square, labeled as OR, AND and XOR. Dots mark where the trained neuron answers 1. For OR and AND its boundary has every corner on the right side; for XOR two corners are wrong.',
    async draw({ student, color }): Promise<PictureSpec> {
      const gates = [
        { name: 'OR', labels: [0, 1, 1, 1] },
        { name: 'AND', labels: [0, 0, 0, 1] },
        { name: 'XOR', labels: [0, 1, 1, 0] },
      ];
      const encoding = { x: axis('x1', [-0.6, 1.6], [0, 1]), y: axis('x2', [-0.6, 1.6], [0, 1]) };
      const raster = Array.from({ length: 16 }, (_, i) => -0.55 + 0.14 * i);
      const panels: object[] = [];
      for (const { name, labels } of gates) {
        const data = { xs: corners, labels };
        const { w, b } = await student.train(data, { lr: 1, maxEpochs: 20 });
        const fires: object[] = [];
        for (const x1 of raster) {
          for (const x2 of raster) if ((await student.output(w, b, [x1, x2])) === 1) fires.push({ x1, x2 });
        }
        let wrong = 0;
        for (const [i, x] of corners.entries()) if ((await student.output(w, b, x)) !== labels[i]) wrong++;
        panels.push({
          title: `${name}: ${wrong === 0 ? 'none' : wrong} wrong`,
          width: 165,
          height: 165,
          layer: [
            {
              data: { values: fires },
              mark: { type: 'point', filled: true, size: 8, opacity: 0.45, color: color.first },
              encoding,
            },
            {
              data: { values: ends({ w, b }, {}) },
              mark: { type: 'line', clip: true, color: color.ink, strokeWidth: 2 },
              encoding,
            },
            pointLayer(data, color, encoding, 160),
          ],
        });
      }
      return { hconcat: panels };
    },
  },

  margin: {
    title: 'Margin and radius',
    description:
      'Sixty points, a boundary that separates them, and on both sides of it an empty strip up to the nearest point: the margin. A circle around the origin reaches the farthest point: the radius.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const points = drawSample(stream('points'), 0.1);
      const margin = Math.min(...points.distances.map(Math.abs));
      const radius = Math.max(...points.xs.map((x) => Math.hypot(...x)));
      const bound = await student.updateBound({ xs: points.xs, labels: points.labels }, separator);
      const encoding = { x: axis('x1', [-1.5, 1.5], [-1, 0, 1]), y: axis('x2', [-1.5, 1.5], [-1, 0, 1]) };
      const line = (side: number) => ends({ w: separator.w, b: separator.b - side * margin }, { side });
      const circle = Array.from({ length: 91 }, (_, order) => ({
        order,
        x1: radius * Math.cos((order * Math.PI) / 45),
        x2: radius * Math.sin((order * Math.PI) / 45),
      }));
      const texts = [
        { x1: -1.46, x2: 1.4, text: `at most ${Math.floor(bound)} updates` },
        { x1: 0.95, x2: 1.06, text: 'radius' },
        { x1: 1.1, x2: -0.78, text: 'margin' },
      ];
      return {
        width: 400,
        height: 400,
        layer: [
          {
            data: { values: [...line(1), ...line(-1)] },
            mark: { type: 'line', clip: true, color: color.ink, strokeDash: [5, 4] },
            encoding: { ...encoding, detail: { field: 'side' } },
          },
          {
            data: { values: line(0) },
            mark: { type: 'line', clip: true, color: color.ink, strokeWidth: 3 },
            encoding,
          },
          {
            data: { values: circle },
            mark: { type: 'line', color: color.muted },
            encoding: { ...encoding, order: { field: 'order' } },
          },
          pointLayer(points, color, encoding, 50),
          {
            data: { values: texts },
            mark: { type: 'text', align: 'left', color: color.ink },
            encoding: { ...encoding, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },
});
