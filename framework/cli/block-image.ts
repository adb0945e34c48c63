import type { TensorColumn } from '../data/table.ts';
import { sizeOf } from '../data/table-rows.ts';

/** Characters whose four quarters are dark or light: bits for top left, top right, bottom left, bottom right. */
const QUADRANTS = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';
/** Wider images would not fit beside each other. */
const LARGEST_SIDE = 40;
const GAP = '  ';

/**
 * The first images of a column side by side in block characters, four pixels in each.
 * @param column of shape [height, width, 1]
 * @returns lines of text, empty ones at the edges left out; undefined where the shape is another or too large
 */
export function imagesInBlocks(column: TensorColumn, count: number): string[] | undefined {
  const [height, width, channels] = column.shape;
  if (
    height === undefined ||
    width === undefined ||
    channels !== 1 ||
    Math.max(height, width) > LARGEST_SIDE
  ) {
    return undefined;
  }
  const size = sizeOf(column.shape);
  const shown = column.values.subarray(0, count * size);
  const threshold = Math.max(...shown) / 2;
  const isLit = (image: number, y: number, x: number) =>
    y < height && x < width && shown[image * size + y * width + x]! > threshold;

  const lines = Array.from({ length: Math.ceil(height / 2) }, (_, line) => {
    const images = Array.from({ length: count }, (_, image) =>
      Array.from({ length: Math.ceil(width / 2) }, (_, position) => {
        const [y, x] = [2 * line, 2 * position];
        const bits =
          Number(isLit(image, y, x)) +
          2 * Number(isLit(image, y, x + 1)) +
          4 * Number(isLit(image, y + 1, x)) +
          8 * Number(isLit(image, y + 1, x + 1));
        return QUADRANTS[bits]!;
      }).join(''),
    );
    return images.join(GAP).trimEnd();
  });
  const first = lines.findIndex((line) => line !== '');
  return lines.slice(Math.max(0, first), lines.findLastIndex((line) => line !== '') + 1);
}

/** How many characters from one image to the next. */
export function imagePitch(column: TensorColumn): number {
  return Math.ceil(column.shape[1]! / 2) + GAP.length;
}
