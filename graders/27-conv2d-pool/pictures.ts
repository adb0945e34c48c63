import { definePictures, type PictureColors, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';

/** Numbers in rows. */
type Grid = readonly (readonly number[])[];

/** A tile of a picture: its heading, and its numbers or, instead of them, a text. */
interface Tile {
  readonly title: string;
  readonly grid: Grid;
  readonly text?: string;
}

/** A disc with a hole, and a slanted bar: 28 by 28 pixels, dark (0) or bright (1). */
const drawing: Grid = Array.from({ length: 28 }, (_, row) =>
  Array.from({ length: 28 }, (_, column) => {
    const fromCenter = Math.hypot(row - 13.5, column - 8.5);
    const isInDisc = fromCenter < 7.2 && fromCenter > 2.6;
    const isInBar = Math.abs(2 * (column - 21.5) + (row - 13.5)) < 5 && row > 2 && row < 25;
    return isInDisc || isInBar ? 1 : 0;
  }),
);

/** A small arrow, for an image without borders: 12 by 12. */
const arrow: Grid = Array.from({ length: 12 }, (_, row) =>
  Array.from({ length: 12 }, (_, column) => {
    const shaft = row === 5 && column >= 1 && column <= 6;
    const head = column >= 4 && column <= 6 && Math.abs(row - 5) === 6 - column;
    return shaft || head ? 1 : 0;
  }),
);

const withChannel = (grid: Grid) => grid.map((line) => line.map((value) => [value]));
const firstChannel = (image: readonly Grid[]): Grid => image.map((line) => line.map((pixel) => pixel[0]!));

/** Neighbors of one value in a row become one stretch, as most pixels are dark. */
function stretchesOf(grid: Grid): object[] {
  const largest = Math.max(1e-9, ...grid.flat().map(Math.abs));
  const stretches: object[] = [];
  for (const [row, line] of grid.entries()) {
    for (let start = 0, end = 1; end <= line.length; end++) {
      if (line[end] === line[start]) continue;
      const value = line[start]! / largest;
      const kind = value < 0 ? 'below 0' : 'above 0';
      if (value !== 0) {
        const strength = Number(Math.abs(value).toFixed(2));
        // Full colors overlap a little, or the page would shine through between two rows.
        const bottom = row + (strength === 1 ? 1.08 : 1);
        stretches.push({ left: start, right: end, top: row, bottom, strength, kind });
      }
      start = end;
    }
  }
  return stretches;
}

/** A tile of the same size, however many pixels it has. */
function draw({ title, grid, text }: Tile, side: number, color: PictureColors): object {
  const scaled = (field: string, length: number, isDown = false) => ({
    field,
    type: 'quantitative',
    scale: { domain: isDown ? [length, 0] : [0, length], nice: false },
    axis: null,
  });
  const heading = { text: title, fontSize: 12, anchor: 'start', offset: 4 };
  if (text !== undefined) {
    const mark = { type: 'text', fontSize: 18, fontWeight: 600, color: color.ink };
    return {
      title: heading,
      width: side,
      height: side,
      data: { values: [{ text }] },
      mark,
      encoding: { text: { field: 'text' } },
    };
  }
  const [height, width] = [grid.length, grid[0]!.length];
  return {
    title: heading,
    width: side,
    height: side,
    view: { stroke: color.muted },
    data: { values: stretchesOf(grid) },
    mark: { type: 'rect', strokeWidth: 0 },
    encoding: {
      x: scaled('left', width),
      x2: { field: 'right' },
      y: scaled('top', height, true),
      y2: { field: 'bottom' },
      opacity: {
        field: 'strength',
        type: 'quantitative',
        scale: { domain: [0, 1], range: [0, 1] },
        legend: null,
      },
      color: {
        field: 'kind',
        type: 'nominal',
        scale: { domain: ['above 0', 'below 0'], range: [color.first, color.second] },
        legend: null,
      },
    },
  };
}

/** Rows of tiles. */
const tiled = (rows: readonly (readonly Tile[])[], side: number, color: PictureColors): PictureSpec => ({
  spacing: 14,
  vconcat: rows.map((tiles) => ({ spacing: 26, hconcat: tiles.map((tile) => draw(tile, side, color)) })),
});

export const pictures = definePictures(exports, {
  'filters-and-responses': {
    title: 'Filters and their responses',
    description:
      'A drawing of 28 by 28 pixels with a disc that has a hole, and a slanted bar, and five responses. Sobel’s filter for x is blue on the left side of each shape and orange on its right side; the one for y is blue above and orange below. Their strength shows the outlines. The largest of each 2 by 2 pixels keeps the outlines at half the size, thicker; the mean of 2 by 2 keeps them paler.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { x, y, strength } = await student.sobel(drawing);
      const outline = withChannel(strength);
      return tiled(
        [
          [
            { title: 'the image, 28 × 28', grid: drawing },
            { title: 'brighter to the right: x', grid: x },
            { title: 'brighter downward: y', grid: y },
          ],
          [
            { title: 'strength, 26 × 26', grid: strength },
            { title: 'its maxima, 13 × 13', grid: firstChannel(await student.maxPool(outline, 2)) },
            { title: 'its means, 13 × 13', grid: firstChannel(await student.averagePool(outline, 2)) },
          ],
        ],
        156,
        color,
      );
    },
  },

  moved: {
    title: 'What moves with the image',
    description:
      'Above, an image of an arrow and three responses to it; below, the same for the arrow moved by three pixels to the right and two down. The response of a convolution is the same picture, moved as far. That of a convolution with a stride of 2 has moved, too, and looks different. The mean of all pixels is 0.07 both times.',
    async draw({ student, color }): Promise<PictureSpec> {
      const weights = [
        [0, 1, 0],
        [-1, 2, 1],
        [0, -1, 0],
      ];
      const kernel = weights.map((line) => line.map((weight) => [[weight]]));
      const rows: Tile[][] = [];
      for (const [title, down, right] of [
        ['the image', 0, 0],
        ['moved by 2 and 3', 2, 3],
      ] as const) {
        const image = await student.moved(withChannel(arrow), down, right);
        const respond = async (stride: number) =>
          firstChannel(await student.conv2d(image, kernel, [0], { stride, padding: 1 }));
        const [mean] = await student.globalAverage(image);
        rows.push([
          { title, grid: firstChannel(image) },
          { title: 'convolution', grid: await respond(1) },
          { title: 'with stride 2', grid: await respond(2) },
          { title: 'global mean', grid: [], text: mean!.toFixed(3) },
        ]);
      }
      return tiled(rows, 122, color);
    },
  },
});
