import { expect, TensorValue, tensorValue } from 'descent/grading';
import type { Data } from './examples.ts';

/** A network of a submission. */
interface Model {
  predict(inputs: unknown): Promise<unknown>;
}

/** Loss and accuracy of a network on all examples at once, computed here. */
export async function scoreOf(
  model: Model,
  { rows, labels }: Data,
): Promise<{ readonly loss: number; readonly accuracy: number }> {
  const predicted = await model.predict(tensorValue(rows.flat(), [rows.length, 10]));
  expect(predicted, `the prediction for ${rows.length} examples`).toHaveShape([rows.length, 3]);
  const all = predicted instanceof TensorValue ? [...predicted.data] : (predicted as number[][]).flat();
  let [loss, right] = [0, 0];
  labels.forEach((label, row) => {
    const own = all.slice(3 * row, 3 * row + 3);
    loss -= Math.log(Math.max(own[label]!, 1e-7));
    if (own.indexOf(Math.max(...own)) === label) right += 1;
  });
  return { loss: loss / labels.length, accuracy: right / labels.length };
}

/** A network of a submission that can be taken apart. */
interface Whole {
  export(): Promise<unknown>;
}

/** All weights of a network, those that training does not change included. */
export async function weightsOf(model: Whole): Promise<number[][]> {
  const { weights } = (await model.export()) as { weights: readonly TensorValue[] };
  return weights.map(({ data }) => Array.from(data));
}

/** How many tensors more there are after a second call than after the first, which may keep some for good. */
export async function tensorsLeftBy(
  submission: { tensorCount(): Promise<number> },
  call: () => Promise<unknown>,
): Promise<number> {
  await call();
  const before = await submission.tensorCount();
  await call();
  return (await submission.tensorCount()) - before;
}
