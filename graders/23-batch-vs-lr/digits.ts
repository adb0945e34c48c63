import { columnOf, loadDataset, type Stream, type Table } from 'descent/grading';

/** Digits of MNIST as 7 × 7 brightnesses from 0 to 1, each the mean of 16 pixels. */
export interface Digits {
  readonly pixels: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** Brightnesses of a digit. */
export const PIXELS = 49;

let table: Promise<Table> | undefined;

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export async function drawDigits(stream: Stream, counts: readonly number[]): Promise<readonly Digits[]> {
  table ??= loadDataset('mnist').then(({ parts }) => parts[0]!.table);
  const [image, label] = [columnOf(await table, 'image'), columnOf(await table, 'label')];
  if (image.kind !== 'tensor' || label.kind !== 'category') throw new Error('MNIST has other columns');
  const order = stream.permutation(label.codes.length);
  let taken = 0;
  return counts.map((count) => {
    const rows = Array.from(order.subarray(taken, (taken += count)));
    return {
      pixels: rows.map((row) => coarse(image.values.subarray(784 * row, 784 * (row + 1)))),
      labels: rows.map((row) => label.codes[row]!),
    };
  });
}

function coarse(image: ArrayLike<number>): number[] {
  return Array.from({ length: PIXELS }, (_, cell) => {
    const corner = 112 * Math.floor(cell / 7) + 4 * (cell % 7);
    let sum = 0;
    for (let pixel = 0; pixel < 16; pixel++) sum += image[corner + 28 * (pixel >> 2) + (pixel & 3)]!;
    return sum / (16 * 255);
  });
}

/** A seed for a run, from 1. */
export const drawSeed = (stream: Stream): number => 1 + stream.integer(1000);
