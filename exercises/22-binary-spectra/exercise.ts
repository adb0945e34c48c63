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
  throw new TodoError('Task 1: a network from [20, 200] to one probability');
}

/**
 * Task 2. What a network says of spectra.
 * @param intensities [N, 20, 200]
 * @returns N probabilities of a "yes"
 */
export function predict(model: tf.LayersModel, intensities: tf.Tensor3D): number[] {
  throw new TodoError('Task 2: one probability for each spectrum');
}

/**
 * Task 2. The binary cross-entropy, as a mean over the spectra. Probabilities count as at least 10⁻⁷ away from 0 and 1.
 * @param labels 0 or 1, as many as probabilities
 */
export function crossEntropy(probabilities: readonly number[], labels: readonly number[]): number {
  throw new TodoError('Task 2: the mean of −ln of the probability of the right answer');
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
  throw new TodoError('Task 3: train, and note both losses after each epoch');
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
  throw new TodoError('Task 4: true and false "yes", true and false "no"');
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
  throw new TodoError('Task 5: accuracy, precision and recall at each threshold');
}

/**
 * Task 5. The largest threshold that still finds enough.
 * @param points at least one of them finds enough; in any order
 * @param recall the share of the pairs that have to be found
 */
export function pickThreshold(points: readonly Point[], recall: number): number {
  throw new TodoError('Task 5: the largest threshold with enough recall');
}
