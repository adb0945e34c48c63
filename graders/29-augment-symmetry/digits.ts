import type { Stream } from 'descent/grading';
import { drawMnist } from '../../datasets/mnist/draw-mnist.ts';

/** Height and width of an image: every second one of MNIST's. */
export const SIDE = 14;

/** Rows of brightnesses. */
export type Image = readonly (readonly number[])[];

/** Digits of MNIST as images of 14 × 14 brightnesses from 0 to 1, each the mean of four pixels. */
export interface Digits {
  readonly images: readonly Image[];
  readonly labels: readonly number[];
}

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export async function drawDigits(stream: Stream, counts: readonly number[]): Promise<Digits[]> {
  const drawn = await drawMnist(stream, counts, SIDE);
  return drawn.map(({ pixels, labels }) => ({
    images: pixels.map((values) => squareOf(SIDE, (row, column) => values[SIDE * row + column]!)),
    labels,
  }));
}

/** An image of a brightness for each place. */
export function squareOf(side: number, brightness: (row: number, column: number) => number): number[][] {
  return Array.from({ length: side }, (_row, row) =>
    Array.from({ length: side }, (_column, column) => brightness(row, column)),
  );
}
