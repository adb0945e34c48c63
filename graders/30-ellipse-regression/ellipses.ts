import { tensorValue, type Stream } from 'descent/grading';
import type { Item } from './judge.ts';

/** Whether the middle of a pixel lies in an ellipse. */
export function holds(
  [x, y, radiusX, radiusY]: readonly number[],
  row: number,
  column: number,
  size: number,
): boolean {
  return Math.hypot(((column + 0.5) / size - x!) / radiusX!, ((row + 0.5) / size - y!) / radiusY!) <= 1;
}

/** Draws an ellipse as the lesson describes it. */
export function drawEllipse(stream: Stream): number[] {
  const radii = [0.1 + 0.25 * stream.uniform(), 0.1 + 0.25 * stream.uniform()];
  return [...radii.map((radius) => radius + (1 - 2 * radius) * stream.uniform()), ...radii];
}

/** Draws items as the lesson describes them. */
export function drawItems(stream: Stream, count: number, size: number): readonly Item[] {
  return Array.from({ length: count }, () => {
    const ellipse = drawEllipse(stream);
    const colors = Array.from({ length: 6 }, () => stream.uniform());
    const values = Float32Array.from({ length: 3 * size * size }, (_, place) => {
      const pixel = Math.floor(place / 3);
      const isFront = holds(ellipse, Math.floor(pixel / size), pixel % size, size);
      return colors[(isFront ? 0 : 3) + (place % 3)]!;
    });
    return { image: tensorValue(values, [size, size, 3]), ellipse };
  });
}

/** Images `[N, size, size, 1]` as the lesson's third task makes them. */
export function differencesOf(items: readonly Item[]): Item[] {
  return items.map(({ image, ellipse }) => {
    const size = image.shape[0]!;
    const values = Float32Array.from({ length: size * size }, (_, pixel) => {
      const parts = [0, 1, 2].map((part) => Math.abs(image.data[3 * pixel + part]! - image.data[part]!));
      return (parts[0]! + parts[1]! + parts[2]!) / 3;
    });
    return { image: tensorValue(values, [size, size, 1]), ellipse };
  });
}

/** The share of pixels that are in both ellipses, of those that are in at least one. */
export function overlapOf(one: readonly number[], other: readonly number[], size: number): number {
  const counts = Array.from({ length: size * size }, (_, pixel) => {
    const [row, column] = [Math.floor(pixel / size), pixel % size];
    return Number(holds(one, row, column, size)) + Number(holds(other, row, column, size));
  });
  return counts.filter((count) => count === 2).length / counts.filter((count) => count > 0).length;
}
