import { createStream, tf, TodoError } from 'descent';

/** What is known of a penguin. */
export interface Bird {
  readonly island: string;
  readonly bill_length_mm: number;
  readonly bill_depth_mm: number;
  readonly flipper_length_mm: number;
  readonly body_mass_g: number;
  readonly sex: 'female' | 'male';
  readonly year: number;
}

/** A penguin whose species is known. */
export interface KnownBird extends Bird {
  readonly species: string;
}

/** The species, in the order of the network's outputs. */
export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/** Mean and standard deviation of each of the five columns. */
export interface Scaler {
  readonly mean: readonly number[];
  readonly sd: readonly number[];
}

/** Three lists with an entry for the untrained network and one after each epoch. */
export interface History {
  readonly trainLoss: number[];
  readonly validationLoss: number[];
  readonly validationAccuracy: number[];
}

/** What a run brings. */
export interface Trained {
  readonly model: tf.LayersModel;
  readonly scaler: Scaler;
  readonly history: History;
}

/** What the network says of a bird. */
export interface Answer {
  /** The most probable species. */
  readonly species: string;
  /** In the order of SPECIES. */
  readonly probabilities: number[];
}

/**
 * Task 1. The five numbers by which birds are told apart: bill length, bill depth, flipper length, body mass, and sex as 0
 * (female) or 1 (male). Neither island nor year: they tell where and when somebody looked, not what a bird is like.
 * @returns one row of five numbers for each bird
 */
export function features(birds: readonly Bird[]): number[][] {
  // BEGIN SOLUTION
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.body_mass_g,
    bird.sex === 'male' ? 1 : 0,
  ]);
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: five numbers for each bird');
}

/**
 * Task 2. Mean and standard deviation of each column (the root of the mean squared distance from the mean).
 * @param rows at least one row
 */
export function fitScaler(rows: readonly (readonly number[])[]): Scaler {
  // BEGIN SOLUTION
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const mean = columns.map(meanOf);
  const sd = columns.map((column, j) => Math.sqrt(meanOf(column.map((value) => (value - mean[j]!) ** 2))));
  return { mean, sd };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: mean and standard deviation of each column');
}

/**
 * Task 2. Each value as its distance from the mean of its column, in standard deviations.
 * @returns new rows; a column without any spread becomes 0
 */
export function scale(rows: readonly (readonly number[])[], { mean, sd }: Scaler): number[][] {
  // BEGIN SOLUTION
  return rows.map((row) => row.map((value, j) => (sd[j]! > 0 ? (value - mean[j]!) / sd[j]! : 0)));
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: (value − mean) / standard deviation');
}

/**
 * Task 3. An untrained network: five numbers in, hidden layers of your choice, three probabilities out.
 * @param seed decides about the initial weights: the same seed, the same weights
 */
export function buildModel(seed: number): tf.LayersModel {
  // BEGIN SOLUTION
  const dense = (units: number, activation: 'relu' | 'softmax', index: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...(index === 1 ? { inputShape: [5] } : {}),
    });
  return tf.sequential({ layers: [dense(16, 'relu', 1), dense(16, 'relu', 2), dense(3, 'softmax', 3)] });
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: a network from 5 numbers to 3 probabilities');
}

/**
 * Task 4. Trains a new network on the training birds; the validation birds are only looked at.
 * @param options how many passes over the training birds, and the seed of all that is random
 * @returns the network, the scaler of the training birds, and the history
 */
export async function run(
  training: readonly KnownBird[],
  validation: readonly KnownBird[],
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Trained> {
  // BEGIN SOLUTION
  const scaler = fitScaler(features(training));
  const inputs = tf.tensor2d(scale(features(training), scaler));
  const targets = oneHot(training);
  const heldOut = tf.tensor2d(scale(features(validation), scaler));
  const truth = oneHot(validation);

  const model = buildModel(seed);
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
  const history: History = { trainLoss: [], validationLoss: [], validationAccuracy: [] };
  const note = () => {
    const seen = evaluate(model, heldOut, truth);
    history.trainLoss.push(evaluate(model, inputs, targets).loss);
    history.validationLoss.push(seen.loss);
    history.validationAccuracy.push(seen.accuracy);
  };

  note();
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(training.length);
    for (let start = 0; start < order.length; start += 16) {
      const batch = tf.tensor1d(order.slice(start, start + 16), 'int32');
      const [x, y] = [tf.gather(inputs, batch), tf.gather(targets, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
    note();
  }
  tf.dispose([inputs, targets, heldOut, truth]);
  return { model, scaler, history };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: train, and look at the validation birds after each epoch');
}

/**
 * Task 5. What a trained network says of birds. Each answer depends on its own bird only.
 * @returns one answer for each bird
 */
export function predictSpecies({ model, scaler }: Trained, birds: readonly Bird[]): Answer[] {
  // BEGIN SOLUTION
  const rows = scale(features(birds), scaler);
  const all = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor2D).arraySync());
  return all.map((probabilities) => ({
    species: SPECIES[probabilities.indexOf(Math.max(...probabilities))]!,
    probabilities,
  }));
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the most probable species of each bird, and all probabilities');
}
// BEGIN SOLUTION

/** One row for each bird, with 1 at its species and 0 elsewhere. */
export function oneHot(birds: readonly KnownBird[]): tf.Tensor {
  const labels = birds.map(({ species }) => SPECIES.indexOf(species));
  return tf.oneHot(tf.tensor1d(labels, 'int32'), SPECIES.length).toFloat();
}

/** Mean cross-entropy and accuracy over all rows at once. */
export function evaluate(
  model: tf.LayersModel,
  x: tf.Tensor,
  y: tf.Tensor,
): { loss: number; accuracy: number } {
  return tf.tidy(() => {
    const predicted = model.predict(x) as tf.Tensor;
    const loss = tf.metrics.categoricalCrossentropy(y, predicted).mean();
    const accuracy = tf.metrics.categoricalAccuracy(y, predicted).mean();
    return { loss: loss.dataSync()[0]!, accuracy: accuracy.dataSync()[0]! };
  });
}
// END SOLUTION
