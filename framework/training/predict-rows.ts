import * as tf from '#tensorflow';
import type { Model } from '../model/model.ts';
import type { LossPart } from './loss.ts';

/** Rows per pass: large enough to be fast, small enough for the memory of any machine. */
const BATCH_SIZE = 512;

/**
 * Lets a model predict prepared rows, in evaluation mode.
 * @param features `[rows, ...inputShape]`
 * @returns `[rows, outputs]`: probabilities of the classes, or numbers in the unit of training
 */
export async function predictRows(
  model: Model,
  loss: LossPart,
  { rows, features }: { readonly rows: number; readonly features: Float32Array },
): Promise<Float32Array> {
  const size = features.length / rows;
  let values = new Float32Array(0);
  for (let start = 0; start < rows; start += BATCH_SIZE) {
    const end = Math.min(rows, start + BATCH_SIZE);
    const predicted = tf.tidy(() => {
      const batch = tf.tensor(features.slice(start * size, end * size), [end - start, ...model.inputShape]);
      return loss.predictions(model.forward(batch));
    });
    const outputs = predicted.size / (end - start);
    if (start === 0) values = new Float32Array(rows * outputs);
    values.set(await predicted.data<'float32'>(), start * outputs);
    predicted.dispose();
  }
  return values;
}
