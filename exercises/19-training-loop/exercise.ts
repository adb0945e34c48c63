import { createStream, tf, TodoError } from 'descent';

/** Examples: a row of ten numbers each, and which of three classes it is: 0, 1 or 2. */
export interface Data {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** How good a network is on some data. */
export interface Score {
  /** The mean cross-entropy over all examples. */
  readonly loss: number;
  /** The share of examples whose class is the most probable one. */
  readonly accuracy: number;
}

/** Three lists with an entry for the untrained network and one for each epoch. */
export interface History {
  /** First the loss on the training data, then what each epoch of training returned. */
  readonly trainLoss: number[];
  readonly validationLoss: number[];
  readonly validationAccuracy: number[];
}

/**
 * Task 1. The mean cross-entropy of a batch.
 * @param probabilities `[batch, classes]`
 * @param y one-hot, `[batch, classes]`
 * @returns a tensor of shape `[]`; `asScalar()` tells TypeScript that a tensor is one
 */
export function batchLoss(probabilities: tf.Tensor2D, y: tf.Tensor2D): tf.Scalar {
  throw new TodoError('Task 1: the mean of −ln of the probability of the right class');
}

/** Task 1. The loss of a network that gives the same probability to every class. */
export function lossOfGuessing(classes: number): number {
  throw new TodoError('Task 1: the loss of a guess');
}

/**
 * Task 2. Looks at a network, batch by batch, and changes nothing: not the weights, nor what a normalization has seen.
 * Dropout is off. Every example counts alike.
 */
export function validate(model: tf.LayersModel, data: Data, batchSize: number): Score {
  throw new TodoError('Task 2: loss and accuracy over all batches');
}

/**
 * Task 3. One step of the optimizer for each batch, with dropout on and normalizations that follow the batch.
 * @param order the places of the examples in the order in which they are taken; the last batch may be smaller
 * @returns the mean loss of the examples, each as it was when its batch came
 */
export function trainOneEpoch(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  data: Data,
  order: readonly number[],
  batchSize: number,
): number {
  throw new TodoError('Task 3: a step for each batch');
}

/**
 * Task 4. Trains for that many epochs, looks at the validation data before the first and after each, and ends with the weights of
 * the best epoch: the one with the lowest validation loss, the first of them if there are several.
 * @param options.seed decides about the order of the examples, a new one in each epoch
 * @returns the history, and the best epoch as its place in it: 0 is the untrained network
 */
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
  throw new TodoError('Task 4: epochs, a history, and the best weights in the end');
}

/** Task 5. Trains on the same batch again and again. @returns the loss on this batch in the end, with dropout off */
export function overfitOneBatch(
  model: tf.LayersModel,
  batch: Data,
  options: { readonly steps: number; readonly learningRate: number },
): number {
  throw new TodoError('Task 5: one batch, learned by heart');
}

/**
 * Given. An untrained network: ten numbers, 32 hidden units with relu, three probabilities. On request the hidden units are
 * normalized, and a share of them is dropped in training.
 * @param seed of the initial weights, from 1
 */
export function buildNetwork(
  seed: number,
  { dropout = 0, normalize = false }: { readonly dropout?: number; readonly normalize?: boolean } = {},
): tf.LayersModel {
  const hidden = tf.initializers.heNormal({ seed: 2 * seed });
  // Small, so that the untrained network guesses.
  const output = tf.initializers.randomNormal({ stddev: 0.01, seed: 2 * seed + 1 });
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: 32, activation: 'relu', inputShape: [10], kernelInitializer: hidden }),
      ...(normalize ? [tf.layers.batchNormalization({ momentum: 0.5 })] : []),
      // Without a seed: with one, TensorFlow.js drops the same units at every step.
      ...(dropout > 0 ? [tf.layers.dropout({ rate: dropout })] : []),
      tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: output }),
    ],
  });
}

/** Given. The optimizer Adam. */
export function createOptimizer(learningRate: number): tf.Optimizer {
  return tf.train.adam(learningRate);
}

/** Given. Some examples as tensors: x is `[batch, 10]`, y is one-hot, `[batch, 3]`. Whoever asks for them disposes them. */
export function batchOf(
  { rows, labels }: Data,
  places: readonly number[],
): { readonly x: tf.Tensor2D; readonly y: tf.Tensor2D } {
  const classes = places.map((place) => labels[place]!);
  return {
    x: tf.tensor2d(places.map((place) => [...rows[place]!])),
    y: tf.tensor2d(classes.map((label) => [0, 1, 2].map((other) => (other === label ? 1 : 0)))),
  };
}
