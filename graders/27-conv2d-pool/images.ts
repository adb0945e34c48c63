import type { Stream } from 'descent/grading';

/** [height, width, channels] */
export type Pixels = readonly (readonly (readonly number[])[])[];

/** A whole number between two, both included. */
export const from = (stream: Stream, lowest: number, highest: number) =>
  lowest + stream.integer(highest - lowest + 1);

/** Normally distributed numbers in lists in lists. */
export const drawImage = (stream: Stream, height: number, width: number, channels: number): number[][][] =>
  Array.from({ length: height }, () =>
    Array.from({ length: width }, () => Array.from({ length: channels }, () => stream.normal())),
  );

/** Bright pixels at even rows and columns only, so at the top left of windows of 2 by 2: at least one, whatever is drawn. */
export function drawBrightPoints(stream: Stream): Pixels {
  return drawImage(stream, 8, 10, 1).map((line, row) =>
    line.map(([value], column) => {
      if (row === 2 && column === 4) return [3];
      return [row % 2 === 0 && column % 2 === 0 && value! > 0 ? 1 + value! : 0];
    }),
  );
}

/** Normally distributed weights, [height, width, channels, filters]. */
export const drawKernel = (stream: Stream, shape: readonly [number, number, number, number]) =>
  Array.from({ length: shape[0] }, () => drawImage(stream, shape[1], shape[2], shape[3]));

/** The pixels of a window in a single list. */
type Window = readonly (readonly number[])[];

/** The windows of an image, row by row. Those that would leave it are left out. */
export function windowsOf(
  image: Pixels,
  [height, width]: readonly [number, number],
  stride: number,
): Window[][] {
  const rows: Window[][] = [];
  for (let top = 0; top + height <= image.length; top += stride) {
    const row: Window[] = [];
    for (let left = 0; left + width <= image[0]!.length; left += stride) {
      row.push(image.slice(top, top + height).flatMap((line) => line.slice(left, left + width)));
    }
    rows.push(row);
  }
  return rows;
}

/** The image in a frame of zeros. */
function framed(image: Pixels, padding: number): Pixels {
  const nothing = image[0]![0]!.map(() => 0);
  const side = Array.from({ length: padding }, () => nothing);
  const lines = image.map((line) => [...side, ...line, ...side]);
  const above = Array.from({ length: padding }, () => lines[0]!.map(() => nothing));
  return [...above, ...lines, ...above];
}

/** What a convolution layer says, as products of a window's list with the list of the weights. */
export function responsesOf(
  image: Pixels,
  kernel: readonly Pixels[],
  bias: readonly number[],
  { stride, padding }: { readonly stride: number; readonly padding: number },
): number[][][] {
  const weights = kernel.flat(2);
  const windows = windowsOf(framed(image, padding), [kernel.length, kernel[0]!.length], stride);
  const respond = (window: Window) => {
    const values = window.flat();
    return bias.map((start, filter) =>
      values.reduce((sum, value, i) => sum + value * weights[i]![filter]!, start),
    );
  };
  return windows.map((row) => row.map(respond));
}

/** One number for each window and channel. */
export function pooled(
  image: Pixels,
  size: number,
  stride: number,
  toOne: (values: readonly number[]) => number,
): number[][][] {
  return windowsOf(image, [size, size], stride).map((row) =>
    row.map((window) => window[0]!.map((_, channel) => toOne(window.map((pixel) => pixel[channel]!)))),
  );
}

export const largestOf = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other));
export const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of each channel. */
export const meansOf = (image: Pixels) =>
  image[0]![0]!.map((_, channel) => meanOf(image.flat().map((pixel) => pixel[channel]!)));

/** The list from `start` on, what stood before it behind the end; negative starts count from the end. */
const rotated = <Item>(items: readonly Item[], start: number): Item[] => {
  const cut = start % items.length;
  return [...items.slice(cut), ...items.slice(0, cut)];
};

/** An image moved, around its borders. */
export const rolled = (image: Pixels, down: number, right: number): Pixels =>
  rotated(image, -down).map((line) => rotated(line, -right));

/** An image turned by a quarter, against the clock. */
export const turned = (image: Pixels): Pixels =>
  image[0]!.map((_, column) => image.map((line) => line.at(-1 - column)!));

/** The largest difference between the numbers of two images. */
export const differenceOf = (one: Pixels, other: Pixels) => {
  const numbers = other.flat(2);
  return largestOf(one.flat(2).map((value, i) => Math.abs(value - numbers[i]!)));
};
