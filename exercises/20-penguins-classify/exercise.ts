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
  throw new TodoError('Task 1: five numbers for each bird');
}

/**
 * Task 2. Mean and standard deviation of each column (the root of the mean squared distance from the mean).
 * @param rows at least one row
 */
export function fitScaler(rows: readonly (readonly number[])[]): Scaler {
  throw new TodoError('Task 2: mean and standard deviation of each column');
}

/**
 * Task 2. Each value as its distance from the mean of its column, in standard deviations.
 * @returns new rows; a column without any spread becomes 0
 */
export function scale(rows: readonly (readonly number[])[], { mean, sd }: Scaler): number[][] {
  throw new TodoError('Task 2: (value − mean) / standard deviation');
}

/**
 * Task 3. An untrained network: five numbers in, hidden layers of your choice, three probabilities out.
 * @param seed decides about the initial weights: the same seed, the same weights
 */
export function buildModel(seed: number): tf.LayersModel {
  throw new TodoError('Task 3: a network from 5 numbers to 3 probabilities');
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
  throw new TodoError('Task 4: train, and look at the validation birds after each epoch');
}

/**
 * Task 5. What a trained network says of birds. Each answer depends on its own bird only.
 * @returns one answer for each bird
 */
export function predictSpecies({ model, scaler }: Trained, birds: readonly Bird[]): Answer[] {
  throw new TodoError('Task 5: the most probable species of each bird, and all probabilities');
}
