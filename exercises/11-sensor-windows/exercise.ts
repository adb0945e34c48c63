import { createStream, tf, TodoError } from 'descent';

/** What one sensor wrote down: values at times of its own, in seconds, ascending. */
export interface Readings {
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** `measured` changes steadily and may be interpolated; `switched` is on or off until it is written down again. */
  readonly kind: 'measured' | 'switched';
}

/** All sensors on one clock. */
export interface Aligned {
  readonly times: number[];
  /** One row for each time, one column for each sensor, in their order. */
  readonly rows: number[][];
}

/** Rows from `from` up to, but without, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Rows of one run, and for each row 1 if the valve was stuck, else 0. */
export interface Run {
  readonly rows: readonly (readonly number[])[];
  readonly states: readonly number[];
}

/** A trained network, and the scale of each sensor in the training windows. */
export interface Detector {
  readonly model: tf.LayersModel;
  readonly mean: readonly number[];
  readonly sd: readonly number[];
}

/** Windows: rows after rows of `length` rows each. */
export type Windows = readonly (readonly (readonly number[])[])[];

/** Given: an untrained network from `inputs` numbers to the probability of a fault. */
export function buildNetwork(inputs: number, seed: number): tf.Sequential {
  const start = (layer: number) => ({
    kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + layer }),
    // Keeps weights small: the windows overlap, so there are fewer of them than it seems.
    kernelRegularizer: tf.regularizers.l2({ l2: 0.003 }),
  });
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: 16, activation: 'relu', inputShape: [inputs], ...start(1) }),
      tf.layers.dense({ units: 1, activation: 'sigmoid', ...start(2) }),
    ],
  });
}

/**
 * Task 1. Values at other times, on the straight line between the readings before and after.
 * @param at where values are wanted, ascending; before the first reading its value, after the last one its value
 */
export function resampleLinear(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  throw new TodoError('Task 1: the value on the line between two readings');
}

/**
 * Task 1. Values at other times, each the last one that was written down, at that time or before.
 * @param at as above; before the first reading its value
 */
export function resampleHold(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  throw new TodoError('Task 1: the last value up to each time');
}

/**
 * Task 2. All sensors at the same times: from when the last of them began, every `interval` seconds, up to when the first
 * of them ended.
 */
export function alignSensors(sensors: Readonly<Record<string, Readings>>, interval: number): Aligned {
  throw new TodoError('Task 2: one row for each time, one column for each sensor');
}

/** Task 3. Windows of `length` rows; each begins `stride` rows after the one before. What is left at the end is dropped. */
export function windows(rows: Run['rows'], length: number, stride: number): number[][][] {
  throw new TodoError('Task 3: rows cut into windows');
}

/**
 * Task 3. The label of a window.
 * @param states of its rows, 0 or 1
 * @param rule `majority`: 1 if more than half of the states are; `any`: 1 if at least one is
 */
export function labelWindow(states: readonly number[], rule: 'majority' | 'any'): number {
  throw new TodoError('Task 3: 0 or 1 for a window');
}

/**
 * Task 4. Cuts a run into parts in the order of time, and leaves out `gap` rows between any two of them.
 * @param count number of rows
 * @param shares of the rows that are left, one for each part; they add up to 1
 * @returns one range for each part: their lengths are the shares, rounded down, and the last part takes the rest
 */
export function chronoSplit(count: number, shares: readonly number[], gap: number): Range[] {
  throw new TodoError('Task 4: ranges with gaps between them');
}

/**
 * Task 4. A weight for each class, so that both count alike: n / (2 · how often the class occurs).
 * @param labels 0 or 1, both of them at least once
 * @returns the weight of label 0 and that of label 1
 */
export function classWeights(labels: readonly number[]): number[] {
  throw new TodoError('Task 4: n / (2 · count) for both classes');
}

/**
 * Task 5. Trains a network to tell from a window whether the valve was stuck for most of it.
 * @param options how windows are cut, and the seed of all that is random
 */
export function trainDetector(
  { rows, states }: Run,
  { length, stride, seed }: { length: number; stride: number; seed: number },
): Detector {
  throw new TodoError('Task 5: windows, labels, scale, weights, training');
}

/** Task 5. The probability of a fault for each window. It depends on that window only. */
export function detect({ model, mean, sd }: Detector, seen: Windows): number[] {
  throw new TodoError('Task 5: one probability for each window');
}
