import { tensorValue, type Stream, type TensorValue } from 'descent/grading';
import { drawMnist } from '../../datasets/mnist/draw-mnist.ts';

/** Height and width of an image. */
export const SIDE = 28;

/** Digits of MNIST. */
export interface DrawnDigits {
  /** `[n, 28, 28, 1]`, brightness from 0 to 1. */
  readonly images: TensorValue;
  readonly labels: readonly number[];
}

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export async function drawDigits(stream: Stream, counts: readonly number[]): Promise<DrawnDigits[]> {
  const drawn = await drawMnist(stream, counts, SIDE);
  return drawn.map(({ pixels, labels }) => ({
    images: tensorValue(pixels.flat(), [labels.length, SIDE, SIDE, 1]),
    labels,
  }));
}
