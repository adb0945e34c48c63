import { columnOf, loadDataset, type Stream, type Table } from 'descent/grading';

/** Height and width of an image: every second one of MNIST's. */
export const SIDE = 14;

/** Rows of brightnesses. */
export type Image = readonly (readonly number[])[];

/** Digits of MNIST as images of 14 × 14 brightnesses from 0 to 1, each the mean of four pixels. */
export interface Digits {
  readonly images: readonly Image[];
  readonly labels: readonly number[];
}

let table: Promise<Table> | undefined;

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export async function drawDigits(stream: Stream, counts: readonly number[]): Promise<Digits[]> {
  table ??= loadDataset('mnist').then(({ parts }) => parts[0]!.table);
  const [image, label] = [columnOf(await table, 'image'), columnOf(await table, 'label')];
  if (image.kind !== 'tensor' || label.kind !== 'category') throw new Error('MNIST has other columns');
  const order = stream.permutation(label.codes.length);
  let taken = 0;
  return counts.map((count) => {
    const rows = Array.from(order.subarray(taken, (taken += count)));
    return {
      images: rows.map((row) => coarse(image.values.subarray(784 * row, 784 * (row + 1)))),
      labels: rows.map((row) => label.codes[row]!),
    };
  });
}

function coarse(pixels: ArrayLike<number>): number[][] {
  const at = (row: number, column: number) => pixels[28 * row + column]! / (4 * 255);
  return squareOf(SIDE, (row, column) => {
    const [top, left] = [2 * row, 2 * column];
    return at(top, left) + at(top, left + 1) + at(top + 1, left) + at(top + 1, left + 1);
  });
}

/** An image of a brightness for each place. */
export function squareOf(side: number, brightness: (row: number, column: number) => number): number[][] {
  return Array.from({ length: side }, (_row, row) =>
    Array.from({ length: side }, (_column, column) => brightness(row, column)),
  );
}
