import { expect, TensorValue, tensorValue, type Stream } from 'descent/grading';
import { drawMnist, type Digits } from '../../datasets/mnist/draw-mnist.ts';

/** Height and width of an image. */
const SIDE = 7;
/** Brightnesses of a digit. */
export const PIXELS = SIDE ** 2;

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export const drawDigits = (stream: Stream, counts: readonly number[]): Promise<readonly Digits[]> =>
  drawMnist(stream, counts, SIDE);

/** The share of digits that a submission's network names rightly, computed here. */
export async function rightShareOf(
  model: { predict(inputs: unknown): Promise<unknown> },
  { pixels, labels }: Digits,
): Promise<number> {
  const predicted = await model.predict(tensorValue(pixels.flat(), [labels.length, PIXELS]));
  expect(predicted, `the prediction for ${labels.length} digits`).toHaveShape([labels.length, 10]);
  const all = predicted instanceof TensorValue ? [...predicted.data] : (predicted as number[][]).flat();
  const isRight = (label: number, row: number) => {
    const own = all.slice(10 * row, 10 * row + 10);
    return own.indexOf(Math.max(...own)) === label;
  };
  return labels.filter(isRight).length / labels.length;
}
