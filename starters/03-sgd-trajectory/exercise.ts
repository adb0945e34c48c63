import { createStream, tf, TodoError } from 'descent';

/** One point of the plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points (x, y): as many `ys` as `xs`. */
export interface Data {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The line y = m·x + n. */
export interface Line {
  readonly m: number;
  readonly n: number;
}

/** The loss of a line on one batch, and how fast it grows with m and with n. */
export interface Slope {
  readonly loss: number;
  readonly dm: number;
  readonly dn: number;
}

/** Where a step begins: the line there, and its loss on the batch of that step. */
export interface Place extends Line {
  readonly loss: number;
}

/** What training brings: the line after the last step, and where each step began. */
export interface Walk extends Line {
  readonly trajectory: Place[];
}

/** Where training begins. */
export const START: Line = { m: 0, n: 0.4 };

/**
 * Task 1. One measurement: x from −0.5 to 0.5, and y = 2x plus noise from −0.1 to 0.1, both uniform.
 * @returns for the same seed and the same i always the same point, whatever was asked for before
 */
export function item(seed: number, i: number): Point {
  throw new TodoError('Task 1: point i of the data with that seed');
}

/** Task 1. The first n of these points, as two lists. */
export function makeLinear(n: number, seed: number): Data {
  throw new TodoError('Task 1: the xs and the ys of n points');
}

/**
 * Task 2. Cuts one epoch into batches.
 * @param n how many points there are
 * @param size how many points a batch has; the last one may have fewer
 * @param options dropLast leaves out an incomplete last batch; with shuffle, seed and epoch decide about the order
 * @returns lists of indices from 0 to n − 1
 */
export function batches(
  n: number,
  size: number,
  { dropLast, shuffle, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  throw new TodoError('Task 2: the indices of each batch of an epoch');
}

/**
 * Task 3. The mean squared error of the line on the points of one batch, and its two derivatives.
 * @param batch indices into the data, at least one
 */
export function slopeOf({ m, n }: Line, { xs, ys }: Data, batch: readonly number[]): Slope {
  throw new TodoError('Task 3: loss and gradient of one batch');
}

/**
 * Task 4. Stochastic gradient descent from START: one step for each batch, in every epoch another order. No point is left out.
 * @param options the learning rate, the size of a batch, how many epochs, and the seed of their orders
 */
export function sgd(
  data: Data,
  { lr, batchSize, epochs, seed }: { lr: number; batchSize: number; epochs: number; seed: number },
): Walk {
  throw new TodoError('Task 4: a step for each batch of each epoch');
}

/**
 * Task 5. Whether a line is at the bottom of the loss of all points: the length of the gradient there is at most `tolerance`.
 * @returns false also where the line is no line any more, because its numbers are NaN or Infinity
 */
export function converged(line: Line, data: Data, tolerance: number): boolean {
  throw new TodoError('Task 5: is the gradient of all points short enough?');
}

/**
 * Given. An untrained network: one number in, `hidden` neurons, one number out. It is ready for trainOnBatch.
 * @param seed decides about the initial weights: the same seed, the same weights
 */
export function network(hidden: number, seed: number): tf.LayersModel {
  const between = (bound: number, index: number) =>
    tf.initializers.randomUniform({ minval: -bound, maxval: bound, seed: 10 * seed + index });
  const first = tf.layers.dense({
    units: hidden,
    activation: 'relu',
    inputShape: [1],
    kernelInitializer: between(1, 1),
    biasInitializer: between(0.5, 2),
  });
  const last = tf.layers.dense({ units: 1, kernelInitializer: between(1 / Math.sqrt(hidden), 3) });
  const model = tf.sequential({ layers: [first, last] });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  return model;
}

/**
 * Task 6. Trains a network on points, batch by batch as in task 4, and asks it for other heights.
 * @param at the xs where its height is asked for
 * @returns one height for each of them
 */
export async function fitCurve(
  data: Data,
  { hidden, batchSize, epochs, seed }: { hidden: number; batchSize: number; epochs: number; seed: number },
  at: readonly number[],
): Promise<number[]> {
  throw new TodoError('Task 6: the same loop, with trainOnBatch');
}
