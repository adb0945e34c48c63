import type { TensorValue } from 'descent/grading';
import type { Scene } from './shapes.ts';

/** The mean of numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The scores of each image, `[N, classes]`, as lists. */
function rowsOf({ data, shape }: TensorValue): number[][] {
  const [count, classes] = shape as [number, number];
  return Array.from({ length: count }, (_, row) =>
    Array.from(data.slice(row * classes, (row + 1) * classes)),
  );
}

/** The mean of −ln softmax(scores)[label]. */
export function crossEntropyOf(scores: TensorValue, scenes: readonly Scene[]): number {
  const losses = rowsOf(scores).map((row, index) => {
    const largest = Math.max(...row);
    const total = row.reduce((sum, score) => sum + Math.exp(score - largest), 0);
    return largest + Math.log(total) - row[scenes[index]!.label]!;
  });
  return meanOf(losses);
}

/** The share of images whose largest score is that of what is to be seen. */
export function accuracyOf(scores: TensorValue, scenes: readonly Scene[]): number {
  const rows = rowsOf(scores);
  return (
    scenes.filter(({ label }, index) => rows[index]!.indexOf(Math.max(...rows[index]!)) === label).length /
    scenes.length
  );
}
