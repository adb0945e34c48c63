/**
 * Rejected by: validation changes no weight
 * A step for each batch, as if the validation data were training data.
 */
import { tf } from 'descent';
import {
  type Data,
  type Score,
  batchLoss,
  createOptimizer,
  batchOf,
} from '../../../solutions/19-training-loop/exercise.ts';

export function validate(model: tf.LayersModel, data: Data, batchSize: number): Score {
  const places = [...data.labels.keys()];
  let [loss, right] = [0, 0];
  for (let first = 0; first < places.length; first += batchSize) {
    const batch = places.slice(first, first + batchSize);
    tf.tidy(() => {
      const { x, y } = batchOf(data, batch);
      createOptimizer(0.001).minimize(() => batchLoss(model.apply(x) as tf.Tensor2D, y));
      const probabilities = model.predict(x) as tf.Tensor2D;
      loss += batch.length * batchLoss(probabilities, y).dataSync()[0]!;
      right += probabilities.argMax(1).equal(y.argMax(1)).sum().dataSync()[0]!;
    });
  }
  return { loss: loss / places.length, accuracy: right / places.length };
}
