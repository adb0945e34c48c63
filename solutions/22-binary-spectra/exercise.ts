import { createStream, tf, TodoError } from 'descent';

/** Spectra and what they came from. */
export interface Spectra {
  /** [N, 20, 200]: intensities at 20 momenta and 200 energies. */
  readonly intensities: tf.Tensor3D;
  /** N labels: 1 for a chain of pairs (the "yes"), 0 for one of equal atoms. */
  readonly labels: readonly number[];
}

/** Cross-entropies: an entry for the untrained network, and one after each epoch. */
export interface History {
  readonly trainLoss: number[];
  readonly validationLoss: number[];
}

/** How often a "yes" and a "no" were right (true) or wrong (false). */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

/** What a threshold brings. */
export interface Point {
  readonly threshold: number;
  /** The share of right answers. */
  readonly accuracy: number;
  /** The share of the "yes" answers that are right; NaN where there are none. */
  readonly precision: number;
  /** The share of the pairs that are found. */
  readonly recall: number;
}

/**
 * Task 1. An untrained network that gives each spectrum one probability: it lays the [20, 200] numbers out in a row of 4,000,
 * and ends with one sigmoid unit.
 * @param hidden how many relu units each hidden layer has, [16, 8] for two of them; none at all is logistic regression
 * @param seed decides about the initial weights: the same seed, the same weights
 */
export function buildModel(hidden: readonly number[], seed: number): tf.LayersModel {
  // BEGIN SOLUTION
  const layers: tf.layers.Layer[] = [tf.layers.flatten({ inputShape: [20, 200] })];
  [...hidden, 1].forEach((units, index) => {
    const activation = index < hidden.length ? 'relu' : 'sigmoid';
    const kernelInitializer = tf.initializers.heNormal({ seed: 10 * seed + index + 1 });
    layers.push(tf.layers.dense({ units, activation, kernelInitializer }));
  });
  return tf.sequential({ layers });
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: a network from [20, 200] to one probability');
}

/**
 * Task 2. What a network says of spectra.
 * @param intensities [N, 20, 200]
 * @returns N probabilities of a "yes"
 */
export function predict(model: tf.LayersModel, intensities: tf.Tensor3D): number[] {
  // BEGIN SOLUTION
  return tf.tidy(() => [...(model.predict(intensities) as tf.Tensor).dataSync()]);
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: one probability for each spectrum');
}

/**
 * Task 2. The binary cross-entropy, as a mean over the spectra. Probabilities count as at least 10⁻⁷ away from 0 and 1.
 * @param labels 0 or 1, as many as probabilities
 */
export function crossEntropy(probabilities: readonly number[], labels: readonly number[]): number {
  // BEGIN SOLUTION
  let sum = 0;
  probabilities.forEach((probability, i) => {
    const right = labels[i] === 1 ? probability : 1 - probability;
    sum -= Math.log(Math.min(Math.max(right, 1e-7), 1 - 1e-7));
  });
  return sum / labels.length;
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: the mean of −ln of the probability of the right answer');
}

/**
 * Task 3. Trains the network on the training spectra; the validation spectra are only looked at.
 * @param options how many passes over the training spectra, and the seed of their order
 */
export async function train(
  model: tf.LayersModel,
  training: Spectra,
  validation: Spectra,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<History> {
  // BEGIN SOLUTION
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'binaryCrossentropy' });
  const targets = tf.tensor2d([...training.labels], [training.labels.length, 1]);
  const history: History = { trainLoss: [], validationLoss: [] };
  const note = () => {
    history.trainLoss.push(crossEntropy(predict(model, training.intensities), training.labels));
    history.validationLoss.push(crossEntropy(predict(model, validation.intensities), validation.labels));
  };

  note();
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(training.labels.length);
    for (let start = 0; start < order.length; start += 40) {
      const batch = tf.tensor1d(order.slice(start, start + 40), 'int32');
      const [x, y] = [tf.gather(training.intensities, batch), tf.gather(targets, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
    note();
  }
  targets.dispose();
  return history;
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: train, and note both losses after each epoch');
}

/**
 * Task 4. Counts the four cases. The answer is "yes" where the probability reaches the threshold.
 * @param labels 0 or 1
 */
export function counts(
  probabilities: readonly number[],
  labels: readonly number[],
  threshold: number,
): Counts {
  // BEGIN SOLUTION
  let [tp, fp, tn, fn] = [0, 0, 0, 0];
  probabilities.forEach((probability, i) => {
    if (probability >= threshold) {
      if (labels[i] === 1) tp++;
      else fp++;
    } else if (labels[i] === 1) fn++;
    else tn++;
  });
  return { tp, fp, tn, fn };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: true and false "yes", true and false "no"');
}

/**
 * Task 5. What each threshold brings.
 * @param labels 0 or 1, both of them
 * @returns a point for each threshold, in the same order
 */
export function sweep(
  probabilities: readonly number[],
  labels: readonly number[],
  thresholds: readonly number[],
): Point[] {
  // BEGIN SOLUTION
  return thresholds.map((threshold) => {
    const { tp, fp, tn, fn } = counts(probabilities, labels, threshold);
    return {
      threshold,
      accuracy: (tp + tn) / labels.length,
      precision: tp / (tp + fp),
      recall: tp / (tp + fn),
    };
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: accuracy, precision and recall at each threshold');
}

/**
 * Task 5. The largest threshold that still finds enough.
 * @param points at least one of them finds enough; in any order
 * @param recall the share of the pairs that have to be found
 */
export function pickThreshold(points: readonly Point[], recall: number): number {
  // BEGIN SOLUTION
  const enough = points.filter((point) => point.recall >= recall);
  return Math.max(...enough.map(({ threshold }) => threshold));
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the largest threshold with enough recall');
}
