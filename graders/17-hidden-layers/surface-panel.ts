import type { PictureColors } from 'descent/grading';
import { probabilitiesOf } from './judge.ts';
import type { Points } from './points.ts';

/** Cells of the raster along each side, and how far it reaches from the middle. */
const CELLS = 48;
const REACH = 1.2;
/** How strongly a cell is colored, from "rather 0" to "surely 1"; probabilities are rounded to these. */
const STRENGTHS = [0.55, 0.3, 0.1, 0.1, 0.3, 0.55];

const axis = (field: string) => ({
  field,
  type: 'quantitative',
  title: field,
  scale: { domain: [-REACH, REACH], nice: false },
  axis: { grid: false, values: [-1, 0, 1] },
});

/** Cells of one row that have the same rounded probability, as one rectangle. */
interface Run {
  readonly x1: number;
  right: number;
  readonly x2: number;
  readonly top: number;
  readonly step: number;
}

/** A picture of what a network says all over the plane, with the points that it learned from on top. */
export async function surfacePanel(
  model: { predict(inputs: unknown): Promise<unknown> },
  { xs, labels }: Points,
  { title, color, width }: { title: string; color: PictureColors; width: number },
): Promise<object> {
  const size = (2 * REACH) / CELLS;
  const place = (cell: number) => -REACH + size * cell;
  const centers = Array.from({ length: CELLS ** 2 }, (_, cell) => [
    place((cell % CELLS) + 0.5),
    place(Math.floor(cell / CELLS) + 0.5),
  ]);
  const runs: Run[] = [];
  (await probabilitiesOf(model, centers)).forEach((p, cell) => {
    const step = Math.min(STRENGTHS.length - 1, Math.floor(p * STRENGTHS.length));
    const [column, row] = [cell % CELLS, Math.floor(cell / CELLS)];
    const last = runs.at(-1);
    if (column > 0 && last?.step === step) last.right = place(column + 1);
    else
      runs.push({ x1: place(column), right: place(column + 1), x2: place(row), top: place(row + 1), step });
  });
  const rounded = runs.map(({ step, ...corners }) => ({
    ...Object.fromEntries(Object.entries(corners).map(([name, value]) => [name, Number(value.toFixed(3))])),
    label: step < STRENGTHS.length / 2 ? 0 : 1,
    strength: STRENGTHS[step],
  }));
  const hue = (channel: readonly string[]) => ({
    field: 'label',
    type: 'nominal',
    scale: { domain: [0, 1], range: channel },
    legend: null,
  });
  return {
    title,
    width,
    height: width,
    layer: [
      {
        data: { values: rounded },
        mark: { type: 'rect', strokeWidth: 0 },
        encoding: {
          x: axis('x1'),
          x2: { field: 'right' },
          y: axis('x2'),
          y2: { field: 'top' },
          color: hue([color.second, color.first]),
          opacity: { field: 'strength', type: 'quantitative', scale: null, legend: null },
        },
      },
      {
        data: { values: xs.map(([x1, x2], i) => ({ x1, x2, label: labels[i] })) },
        mark: { type: 'point', filled: true, size: 14, opacity: 1 },
        encoding: {
          x: axis('x1'),
          y: axis('x2'),
          color: hue([color.second, color.first]),
          shape: hue(['square', 'circle']),
        },
      },
    ],
  };
}
