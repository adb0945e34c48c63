/**
 * Rejected by: ends with the best weights
 * The best epoch is that of the lowest training loss.
 */
import { createStream, tf } from 'descent';
import {
  type Data,
  type History,
  validate,
  trainOneEpoch,
  createOptimizer,
} from '../../../solutions/19-training-loop/exercise.ts';

export function fit(
  model: tf.LayersModel,
  training: Data,
  validation: Data,
  options: {
    readonly epochs: number;
    readonly batchSize: number;
    readonly learningRate: number;
    readonly seed: number;
  },
): { readonly history: History; readonly bestEpoch: number } {
  const { epochs, batchSize, learningRate, seed } = options;
  const optimizer = createOptimizer(learningRate);
  const stream = createStream(seed);
  const history: History = { trainLoss: [], validationLoss: [], validationAccuracy: [] };
  let bestEpoch = 0;
  let bestWeights: tf.Tensor[] = [];
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const order = () => [...stream.permutation(training.labels.length)];
    const trainLoss =
      epoch === 0
        ? validate(model, training, batchSize).loss
        : trainOneEpoch(model, optimizer, training, order(), batchSize);
    const { loss, accuracy } = validate(model, validation, batchSize);
    history.trainLoss.push(trainLoss);
    history.validationLoss.push(loss);
    history.validationAccuracy.push(accuracy);
    if (epoch === 0 || trainLoss < history.trainLoss[bestEpoch]!) {
      tf.dispose(bestWeights);
      bestEpoch = epoch;
      bestWeights = model.getWeights().map((weight) => weight.clone());
    }
  }
  model.setWeights(bestWeights);
  tf.dispose(bestWeights);
  optimizer.dispose();
  return { history, bestEpoch };
}
