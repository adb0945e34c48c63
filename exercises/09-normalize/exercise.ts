import { createStream, tf, TodoError } from 'descent';

/** One row for each example, one number for each column. */
export type Rows = readonly (readonly number[])[];

/** How columns are scaled; `none` leaves them as they are. */
export type Kind = 'standard' | 'minMax' | 'mean' | 'none';

/** Two numbers for each column: x becomes (x − shift) / scale. */
export interface Scaler {
  readonly shift: readonly number[];
  readonly scale: readonly number[];
}

/** How long the network learns, and the seed of all that is random. */
export interface Options {
  /** How a column is scaled: of the inputs in task 4, of the targets in task 5. */
  readonly kind: Kind;
  readonly epochs: number;
  readonly seed: number;
}

/** What `learn` brings. */
export interface Learned {
  /** A row of outputs for each of the other rows. */
  readonly outputs: number[][];
  /** The mean loss during each epoch. */
  readonly losses: number[];
}

/**
 * Task 1. Finds shift and scale of each column: mean and standard deviation (`standard`), smallest value and range
 * (`minMax`), 0 and mean (`mean`), 0 and 1 (`none`). Where all values of a column are equal, the scale of `standard` and
 * `minMax` is exactly 0: no rounding is left of [0.1, 0.1, 0.1].
 * @param rows the training rows, at least one
 */
export function fitScaler(rows: Rows, kind: Kind): Scaler {
  throw new TodoError('Task 1: shift and scale of each column');
}

/**
 * Task 2. Scales rows: (x − shift) / scale, column by column.
 * @returns new rows; where the scale is 0, the result is 0
 */
export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  throw new TodoError('Task 2: (x − shift) / scale');
}

/**
 * Task 2. Undoes `transform`.
 * @returns new rows, in the units that they had at first
 */
export function inverse(rows: Rows, { shift, scale }: Scaler): number[][] {
  throw new TodoError('Task 2: undo the scaling');
}

/**
 * Task 3. How much steeper the loss of the line y = w·x + b is in its steepest direction than in its flattest: λ₁ / λ₂ of the
 * matrix [[mean of x², mean of x], [mean of x, 1]].
 * @param xs one column
 * @returns 1 or more; Infinity where all xs are equal, whatever the rounding
 */
export function conditionNumber(xs: readonly number[]): number {
  throw new TodoError('Task 3: the two eigenvalues, and their ratio');
}

/**
 * Task 4. Teaches the network the species of the training birds, and asks it about other birds.
 * @param training their five numbers, and their species as 0, 1 or 2
 * @param others five numbers of each bird that is asked about
 * @returns for each of these the three probabilities; and the losses
 */
export async function classify(
  training: { readonly rows: Rows; readonly labels: readonly number[] },
  others: Rows,
  { kind, epochs, seed }: Options,
): Promise<{ probabilities: number[][]; losses: number[] }> {
  throw new TodoError('Task 4: scale, one-hot, learn');
}

/**
 * Task 5. Teaches the network the masses of the training birds, and asks it about other birds. The inputs are always scaled to
 * the `standard`, the masses as `kind` says.
 * @param training their four numbers, and their masses in grams
 * @returns the mass of each of the other birds, in grams
 */
export async function weigh(
  training: { readonly rows: Rows; readonly masses: readonly number[] },
  others: Rows,
  { kind, epochs, seed }: Options,
): Promise<number[]> {
  throw new TodoError('Task 5: scale the masses too, learn, and undo it');
}

/**
 * Given; leave it as it is. Trains a network with two hidden layers of 16 units, always the same one: 16 rows a batch,
 * Adam with learning rate 0.002.
 * @param inputs `[n, columns]`
 * @param targets `[n, outputs]`: one-hot rows for probabilities, any numbers otherwise
 * @param others rows to ask it about afterwards, with the same columns as the inputs
 */
export async function learn(
  inputs: Rows,
  targets: Rows,
  others: Rows,
  options: { readonly output: 'probabilities' | 'numbers'; readonly epochs: number; readonly seed: number },
): Promise<Learned> {
  const [isClassifier, seed] = [options.output === 'probabilities', options.seed];
  const columns = inputs[0]!.length;
  const layer = (units: number, activation: 'relu' | 'softmax' | 'linear', place: number, width: number) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + place }),
      inputShape: [width],
    });
  const last = isClassifier ? 'softmax' : 'linear';
  const model = tf.sequential({
    layers: [layer(16, 'relu', 1, columns), layer(16, 'relu', 2, 16), layer(targets[0]!.length, last, 3, 16)],
  });
  const optimizer = tf.train.adam(0.002);
  model.compile({
    optimizer,
    loss: isClassifier ? 'categoricalCrossentropy' : 'meanSquaredError',
  });
  const tensor = (rows: Rows) => tf.tensor2d(rows.flat(), [rows.length, rows[0]!.length]);
  const [x, y] = [tensor(inputs), tensor(targets)];
  const stream = createStream(seed).derive('order');
  const losses: number[] = [];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = stream.permutation(inputs.length);
    let sum = 0;
    for (let start = 0; start < order.length; start += 16) {
      const rows = tf.tensor1d(order.slice(start, start + 16), 'int32');
      const [someInputs, someTargets] = [tf.gather(x, rows), tf.gather(y, rows)];
      sum += rows.size * ((await model.trainOnBatch(someInputs, someTargets)) as number);
      tf.dispose([rows, someInputs, someTargets]);
    }
    losses.push(sum / inputs.length);
  }
  const outputs = tf.tidy(() => (model.predict(tensor(others)) as tf.Tensor2D).arraySync());
  tf.dispose([x, y]);
  model.dispose();
  optimizer.dispose();
  return { outputs, losses };
}
