/**
 * Rejected by: every example counts alike
 * A12: each batch counts alike, so the examples of the last, smaller one count more.
 */
import { tf } from 'descent';
import { type Data, type Score, batchLoss, batchOf } from '../../../solutions/19-training-loop/exercise.ts';

export function validate(model: tf.LayersModel, data: Data, batchSize: number): Score {
  const places = [...data.labels.keys()];
  let [loss, accuracy, batches] = [0, 0, 0];
  for (let first = 0; first < places.length; first += batchSize) {
    const batch = places.slice(first, first + batchSize);
    tf.tidy(() => {
      const { x, y } = batchOf(data, batch);
      const probabilities = model.predict(x) as tf.Tensor2D;
      loss += batchLoss(probabilities, y).dataSync()[0]!;
      accuracy += probabilities.argMax(1).equal(y.argMax(1)).sum().dataSync()[0]! / batch.length;
      batches += 1;
    });
  }
  return { loss: loss / batches, accuracy: accuracy / batches };
}
