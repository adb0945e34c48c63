import { createStream, tf, TodoError } from 'descent';

/** What is known of a penguin. */
export interface Bird {
  readonly species: string;
  readonly island: string;
  readonly bill_length_mm: number;
  readonly bill_depth_mm: number;
  readonly flipper_length_mm: number;
  readonly sex: 'female' | 'male';
  readonly year: number;
}

/** A penguin that has been put on the scales. */
export interface WeighedBird extends Bird {
  readonly body_mass_g: number;
}

/** The species, in the order of their columns. */
export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/** Mean and standard deviation of some values. */
export interface Scale {
  readonly mean: number;
  readonly sd: number;
}

/** How good predicted masses are. */
export interface Report {
  /** Root of the mean squared error, in grams. */
  readonly rmse: number;
  /** The share of the variance that is explained: 1 is perfect, 0 no better than the mean. */
  readonly r2: number;
  /** Mean of predicted mass / true mass over the birds. */
  readonly ratioMean: number;
  /** Standard deviation of the same ratios. */
  readonly ratioSd: number;
}

/** RMSE in grams: an entry for the untrained network, and one after each epoch. */
export interface History {
  readonly trainRmse: number[];
  readonly validationRmse: number[];
}

/** What a run brings. */
export interface Trained {
  readonly model: tf.LayersModel;
  /** One for each of the seven columns. */
  readonly inputScales: readonly Scale[];
  readonly massScale: Scale;
  readonly history: History;
}

/**
 * Task 1. What the network learns of a bird: bill length, bill depth, flipper length; sex as 0 (female) or 1 (male); and the
 * species one-hot, in three columns. Not the mass: it is what is asked for.
 * @returns one row of seven numbers for each bird
 */
export function features(birds: readonly Bird[]): number[][] {
  throw new TodoError('Task 1: seven numbers for each bird');
}

/**
 * Task 2. Mean and standard deviation of some values (the root of the mean squared distance from the mean).
 * @param values at least one
 */
export function fitScale(values: readonly number[]): Scale {
  throw new TodoError('Task 2: mean and standard deviation');
}

/**
 * Task 2. Values as their distance from the mean, in standard deviations.
 * @returns a new list; zeros where the standard deviation is 0
 */
export function toUnits(values: readonly number[], { mean, sd }: Scale): number[] {
  throw new TodoError('Task 2: from grams to standard deviations');
}

/**
 * Task 2. The way back: what {@link toUnits} was given.
 * @returns a new list
 */
export function toGrams(units: readonly number[], { mean, sd }: Scale): number[] {
  throw new TodoError('Task 2: from standard deviations to grams');
}

/**
 * Task 3. Compares predicted with true masses.
 * @param predicted in grams
 * @param masses in grams, as many, not all the same
 */
export function report(predicted: readonly number[], masses: readonly number[]): Report {
  throw new TodoError('Task 3: RMSE, R², and the ratios');
}

/**
 * Task 4. An untrained network: seven numbers in, hidden layers of your choice, one number out, of any size and sign.
 * @param seed decides about the initial weights: the same seed, the same weights
 */
export function buildModel(seed: number): tf.LayersModel {
  throw new TodoError('Task 4: a network from 7 numbers to 1');
}

/**
 * Task 5. Trains a new network on the training birds; the validation birds are only looked at.
 * @param options how many passes over the training birds, and the seed of all that is random
 * @returns the network, the scales of the training birds, and the history
 */
export async function run(
  training: readonly WeighedBird[],
  validation: readonly WeighedBird[],
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Trained> {
  throw new TodoError('Task 5: train on scaled masses, and note the errors in grams');
}

/**
 * Task 6. What a trained network says of birds. Each answer depends on its own bird only.
 * @returns a mass in grams for each bird
 */
export function predictMass(
  { model, inputScales, massScale }: Omit<Trained, 'history'>,
  birds: readonly Bird[],
): number[] {
  throw new TodoError('Task 6: a mass in grams for each bird');
}

/** Rows with each column on its own scale. */
export function scaleRows(rows: readonly (readonly number[])[], scales: readonly Scale[]): number[][] {
  return rows.map((row) => row.map((value, j) => toUnits([value], scales[j]!)[0]!));
}

/** The mass of each bird, in grams. */
export function massesOf(birds: readonly WeighedBird[]): number[] {
  return birds.map((bird) => bird.body_mass_g);
}

/** The mean of some values. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
