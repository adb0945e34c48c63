import { createStream, tf, TodoError } from 'descent';

/** Points, each a list of features, with a label each: 0 or 1. */
export interface Points {
  readonly xs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** One neuron: it answers 1 where w·x + b is above 0. */
export interface Neuron {
  readonly w: readonly number[];
  readonly b: number;
}

/** How a network is trained: with Adam, on batches of points in a new order each epoch. */
export interface Training {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Decides about the order of the points. */
  readonly seed: number;
}

/** The network that came of one start. */
export interface Start {
  readonly seed: number;
  /** Whether it has all four corners right. */
  readonly solved: boolean;
  readonly model: tf.LayersModel;
}

/** One network of a comparison. */
export interface Row {
  /** Units of each hidden layer; `[]` is no hidden layer. */
  readonly hidden: readonly number[];
  readonly parameters: number;
  /** The share of right answers on points that it was not trained on. */
  readonly accuracy: number;
  readonly model: tf.LayersModel;
}

/** The four corners of XOR. */
export const XOR: Points = {
  xs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  labels: [0, 1, 1, 0],
};

/** How networks are trained on XOR, apart from the seed: 60 steps, each with all four corners. */
export const XOR_TRAINING = { epochs: 60, batchSize: 4, learningRate: 0.1 };

/**
 * Task 1. Weights of x1, x2 and x1·x2 and a bias that solve the quadrants: 1 where exactly one of x1 and x2 is above 0. Found by
 * thinking, not by training.
 */
export function byHand(): Neuron {
  throw new TodoError('Task 1: three weights and a bias');
}

/** Task 1. The features x1, x2 and x1·x2 of each point `[x1, x2]`. */
export function withCross(xs: readonly (readonly number[])[]): number[][] {
  throw new TodoError('Task 1: the product as a third feature');
}

/** Task 2. The features x1, x2, x1² and x2² of each point `[x1, x2]`. */
export function withSquares(xs: readonly (readonly number[])[]): number[][] {
  throw new TodoError('Task 2: the squares as further features');
}

/**
 * Task 3. An untrained network: dense hidden layers with that activation, then one unit with a sigmoid.
 * @param inputs how many features a point has
 * @param hidden units of each hidden layer; `[]` for none
 * @param seed from 1; decides about the initial weights: the same seed, the same weights
 * @returns `[points, inputs]` → `[points, 1]`, the probability of label 1
 */
export function buildNetwork(
  inputs: number,
  hidden: readonly number[],
  activation: 'relu' | 'tanh',
  seed: number,
): tf.LayersModel {
  throw new TodoError('Task 3: hidden layers, and one unit that gives a probability');
}

/** Task 4. Trains a network on points, with binary cross-entropy. It goes on from the weights that the network has. */
export async function train(
  model: tf.LayersModel,
  { xs, labels }: Points,
  { epochs, batchSize, learningRate, seed }: Training,
): Promise<void> {
  throw new TodoError('Task 4: epochs of batches of points');
}

/** Task 4. The share of points whose label is the more probable one: probabilities above 0.5 answer 1. */
export function accuracy(model: tf.LayersModel, { xs, labels }: Points): number {
  throw new TodoError('Task 4: the share of right answers');
}

/** Task 5. Trains one network with `width` hidden units on XOR from every seed. @returns what came of each, in their order */
export async function xorStarts(
  width: number,
  activation: 'relu' | 'tanh',
  seeds: readonly number[],
): Promise<Start[]> {
  throw new TodoError('Task 5: from every seed, did it find a way?');
}

/** Task 6. Trains networks with other hidden layers on the same points, with relu. @returns a row for each, in their order */
export async function compare(
  networks: readonly (readonly number[])[],
  training: Points,
  validation: Points,
  options: Training,
): Promise<Row[]> {
  throw new TodoError('Task 6: build, train and measure each network');
}

/** Task 6. The row with the fewest parameters among those that have at least that accuracy, or undefined if none has. */
export function smallest<Measured extends Pick<Row, 'parameters' | 'accuracy'>>(
  rows: readonly Measured[],
  least: number,
): Measured | undefined {
  throw new TodoError('Task 6: the smallest that is good enough');
}
