import {
  columnOf,
  loadDataset,
  tensorValue,
  type Stream,
  type Table,
  type TensorValue,
} from 'descent/grading';

/** Height and width of an image. */
export const SIDE = 28;
const PIXELS = SIDE * SIDE;

/** Digits of MNIST. */
export interface DrawnDigits {
  /** `[n, 28, 28, 1]`, brightness from 0 to 1. */
  readonly images: TensorValue;
  readonly labels: readonly number[];
}

let table: Promise<Table> | undefined;

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export async function drawDigits(stream: Stream, counts: readonly number[]): Promise<DrawnDigits[]> {
  table ??= loadDataset('mnist').then(({ parts }) => parts[0]!.table);
  const [image, label] = [columnOf(await table, 'image'), columnOf(await table, 'label')];
  if (image.kind !== 'tensor' || label.kind !== 'category') throw new Error('MNIST has other columns');
  const order = stream.permutation(label.codes.length);
  let taken = 0;
  return counts.map((count) => {
    const rows = Array.from(order.subarray(taken, (taken += count)));
    const values = new Float32Array(count * PIXELS);
    rows.forEach((row, place) => {
      for (let pixel = 0; pixel < PIXELS; pixel++) {
        values[place * PIXELS + pixel] = image.values[row * PIXELS + pixel]! / 255;
      }
    });
    return {
      images: tensorValue(values, [count, SIDE, SIDE, 1]),
      labels: rows.map((row) => label.codes[row]!),
    };
  });
}
