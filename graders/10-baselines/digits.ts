import { columnOf, loadDataset, type Stream } from 'descent/grading';

/** Digits of MNIST as rows of 7 × 7 brightnesses from 0 to 1, each the mean of 16 pixels. */
export async function drawDigits(
  stream: Stream,
  count: number,
): Promise<{ readonly rows: number[][]; readonly labels: string[] }> {
  const { table } = (await loadDataset('mnist')).parts[0]!;
  const [image, label] = [columnOf(table, 'image'), columnOf(table, 'label')];
  if (image.kind !== 'tensor' || label.kind !== 'category') throw new Error('MNIST has other columns');
  const drawn = Array.from(stream.permutation(table.rows).slice(0, count));
  return {
    rows: drawn.map((index) => shrink(image.values.subarray(784 * index, 784 * (index + 1)))),
    labels: drawn.map((index) => label.categories[label.codes[index]!]!),
  };
}

function shrink(pixels: ArrayLike<number>): number[] {
  const small = new Array<number>(49).fill(0);
  for (let pixel = 0; pixel < 784; pixel++) {
    const cell = 7 * Math.floor(pixel / 112) + Math.floor((pixel % 28) / 4);
    small[cell]! += pixels[pixel]! / (16 * 255);
  }
  return small;
}
