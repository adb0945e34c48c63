import { createStream, tf, TodoError } from 'descent';

/** Rows of numbers, and the label of each row. */
export interface Data {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly string[];
}

/** Columns of texts by name, and the label of each row. Every column is as long as the labels. */
export interface Table {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly labels: readonly string[];
}

/** How well one column alone tells the label. */
export interface Probe {
  readonly column: string;
  readonly accuracy: number;
}

/** What a permutation test brings. */
export interface PermutationTest {
  /** The score with the labels as they are. */
  readonly real: number;
  /** One score for each permutation of the labels. */
  readonly nulls: number[];
  /** How likely such a score is if the labels had nothing to do with the rows. */
  readonly p: number;
}

/** Why a column tells the species, or why not. */
export type Reason = 'measurement' | 'confounder' | 'leak' | 'nothing';

/** Given: each value as its distance from the mean of its column over `training`, in standard deviations (exercise 09). */
export function standardize(rows: Data['rows'], training: Data['rows']): number[][] {
  const scales = training[0]!.map((_, j) => {
    const mean = training.reduce((sum, row) => sum + row[j]!, 0) / training.length;
    const square = training.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / training.length;
    return { mean, sd: Math.sqrt(square) };
  });
  return rows.map((row) => row.map((value, j) => (value - scales[j]!.mean) / (scales[j]!.sd || 1)));
}

/** Given: an untrained network from `inputs` numbers to a probability for each class, ready for `trainOnBatch`. */
export function buildNetwork(inputs: number, classes: number, seed: number): tf.LayersModel {
  const initializer = (layer: number) => tf.initializers.heNormal({ seed: 10 * seed + layer });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 16,
        activation: 'relu',
        inputShape: [inputs],
        kernelInitializer: initializer(1),
      }),
      tf.layers.dense({ units: classes, activation: 'softmax', kernelInitializer: initializer(2) }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
  return model;
}

/**
 * Task 1. The most frequent label; of equally frequent ones, the one that occurs first.
 * @param labels at least one
 */
export function majority(labels: readonly string[]): string {
  // BEGIN SOLUTION
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let best = labels[0]!;
  for (const [label, count] of counts) if (count > counts.get(best)!) best = label;
  return best;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the most frequent label');
}

/** Task 1. The share of predicted labels that are the true ones, from 0 to 1. */
export function accuracy(predicted: readonly string[], labels: readonly string[]): number {
  // BEGIN SOLUTION
  return predicted.filter((label, i) => label === labels[i]).length / labels.length;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the share of right answers');
}

/**
 * Task 2. The one number to answer always if you know nothing but these values: their mean.
 * @param values at least one
 */
export function meanPredictor(values: readonly number[]): number {
  // BEGIN SOLUTION
  return values.reduce((sum, value) => sum + value, 0) / values.length;
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: the mean of the values');
}

/** Task 2. The root of the mean squared error, in the unit of the values. */
export function rmse(predicted: readonly number[], values: readonly number[]): number {
  // BEGIN SOLUTION
  return Math.sqrt(meanPredictor(values.map((value, i) => (value - predicted[i]!) ** 2)));
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: the root of the mean squared error');
}

/**
 * Task 3. The same labels in another order. Every order is equally likely, and the seed decides which one it is.
 * @param seed a whole number from 0
 */
export function permuteLabels(labels: readonly string[], seed: number): string[] {
  // BEGIN SOLUTION
  return Array.from(createStream(seed).permutation(labels.length), (from) => labels[from]!);
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the same labels in an order that the seed decides');
}

/**
 * Task 4. Trains a new network on data, and asks it about other rows. It knows nothing but what it is given here.
 * @param training rows and labels; the classes are the labels that occur
 * @param rows what it is asked about: as many numbers in each
 * @param seed decides about all that is random
 * @returns a label for each of the rows
 */
export async function trainAndPredict(
  training: Data,
  rows: Data['rows'],
  seed: number,
): Promise<readonly string[]> {
  // BEGIN SOLUTION
  const classes = [...new Set(training.labels)].sort();
  const inputs = standardize(training.rows, training.rows);
  const targets = training.labels.map((label) => classes.map((name) => (name === label ? 1 : 0)));
  const model = buildNetwork(inputs[0]!.length, classes.length, seed);
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < 30; epoch++) {
    const order = Array.from(stream.permutation(inputs.length));
    for (let start = 0; start < order.length; start += 32) {
      const batch = order.slice(start, start + 32);
      const x = tf.tensor2d(batch.map((row) => inputs[row]!));
      const y = tf.tensor2d(batch.map((row) => targets[row]!));
      await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
    }
  }
  const best = tf.tidy(() => {
    const asked = tf.tensor2d(standardize(rows, training.rows));
    return (model.predict(asked) as tf.Tensor2D).argMax(1).dataSync();
  });
  model.dispose();
  return Array.from(best, (place) => classes[place]!);
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: train a network, and ask it about the rows');
}

/**
 * Task 5. Is a score better than what luck brings?
 * @param score says how good a model is that learns such labels; called with the labels and with `k` permutations of them
 * @param k how many permutations
 * @param seed decides which ones
 */
export async function permutationTest(
  score: (labels: readonly string[]) => number | Promise<number>,
  labels: readonly string[],
  k: number,
  seed: number,
): Promise<PermutationTest> {
  // BEGIN SOLUTION
  const real = await score(labels);
  const stream = createStream(seed);
  const nulls: number[] = [];
  for (let i = 0; i < k; i++) nulls.push(await score(permuteLabels(labels, stream.uint32())));
  const asGood = nulls.filter((value) => value >= real).length;
  return { real, nulls, p: (1 + asGood) / (1 + k) };
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the real score, k scores by luck, and p');
}

/**
 * Task 6. How well each column alone tells the label of rows that it was not learned from. A value stands for the
 * majority of the training labels beside it; a value that the training never had, for the majority of all.
 * @returns one entry for each column, the highest accuracy on `test` first
 */
export function leakProbe(training: Table, test: Table): Probe[] {
  // BEGIN SOLUTION
  const probes = Object.entries(training.columns).map(([column, values]) => {
    const beside = new Map<string, string[]>();
    values.forEach((value, i) => beside.set(value, [...(beside.get(value) ?? []), training.labels[i]!]));
    const answers = test.columns[column]!.map((value) => majority(beside.get(value) ?? training.labels));
    return { column, accuracy: accuracy(answers, test.labels) };
  });
  return probes.sort((one, other) => other.accuracy - one.accuracy);
  // END SOLUTION
  // STUB: throw new TodoError('Task 6: what each column alone reaches');
}

/** Task 6. What you make of the columns of the table in the lesson. */
export function explainColumns(): Record<'island' | 'flipper' | 'place' | 'ring' | 'year', Reason> {
  // BEGIN SOLUTION
  return {
    island: 'confounder',
    flipper: 'measurement',
    place: 'leak',
    ring: 'nothing',
    year: 'nothing',
  };
  // END SOLUTION
  // STUB: throw new TodoError('Task 6: a reason for each column');
}
