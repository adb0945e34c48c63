import type { Stream } from 'descent';
import { columnOf, loadDataset, type Table } from 'descent/grading';

/** Some digits of MNIST's training part. */
export interface Digits {
  /** For each digit its brightnesses from 0 to 1, row after row. */
  readonly pixels: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** Height and width of the images. */
const SIDE = 28;

let table: Promise<Table> | undefined;

/**
 * Draws digits for several purposes: as many as are asked for, none of them twice.
 * @param counts how many for each purpose
 * @param side height and width of what is drawn, a divisor of 28: each brightness is the mean of a block of pixels. 7 is enough
 *   to tell most digits, and trains sixteen times as fast
 */
export async function drawMnist(
  stream: Stream,
  counts: readonly number[],
  side: number,
): Promise<readonly Digits[]> {
  table ??= loadDataset('mnist').then(({ parts }) => parts[0]!.table);
  const [image, label] = [columnOf(await table, 'image'), columnOf(await table, 'label')];
  if (image.kind !== 'tensor' || label.kind !== 'category') throw new Error('MNIST has other columns');
  const order = stream.permutation(label.codes.length);
  let taken = 0;
  return counts.map((count) => {
    const rows = Array.from(order.subarray(taken, (taken += count)));
    return {
      pixels: rows.map((row) => coarse(image.values.subarray(SIDE ** 2 * row, SIDE ** 2 * (row + 1)), side)),
      labels: rows.map((row) => label.codes[row]!),
    };
  });
}

function coarse(image: ArrayLike<number>, side: number): number[] {
  const block = SIDE / side;
  const sums = new Array<number>(side ** 2).fill(0);
  for (let pixel = 0; pixel < SIDE ** 2; pixel++) {
    const [row, column] = [Math.floor(pixel / SIDE / block), Math.floor((pixel % SIDE) / block)];
    sums[side * row + column]! += image[pixel]!;
  }
  return sums.map((sum) => sum / (block ** 2 * 255));
}
