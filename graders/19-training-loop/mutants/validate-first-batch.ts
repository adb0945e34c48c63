/**
 * Rejected by: every example counts alike
 * Returns after the first batch.
 */
import { tf } from 'descent';
import { type Data, type Score, batchLoss, batchOf } from '../../../solutions/19-training-loop/exercise.ts';

export function validate(model: tf.LayersModel, data: Data, batchSize: number): Score {
  const places = [...data.labels.keys()];
  let [loss, right] = [0, 0];
  for (let first = 0; first < 1; first += batchSize) {
    const batch = places.slice(first, first + batchSize);
    tf.tidy(() => {
      const { x, y } = batchOf(data, batch);
      const probabilities = model.predict(x) as tf.Tensor2D;
      loss += batch.length * batchLoss(probabilities, y).dataSync()[0]!;
      right += probabilities.argMax(1).equal(y.argMax(1)).sum().dataSync()[0]!;
    });
  }
  return { loss: loss / batchSize, accuracy: right / batchSize };
}
