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
  // BEGIN SOLUTION
  return at.map((time) => {
    const after = times.findIndex((own) => own > time);
    if (after === 0) return values[0]!;
    if (after === -1) return values.at(-1)!;
    const share = (time - times[after - 1]!) / (times[after]! - times[after - 1]!);
    return values[after - 1]! + share * (values[after]! - values[after - 1]!);
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the value on the line between two readings');
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
  // BEGIN SOLUTION
  return at.map((time) => {
    const last = times.findLastIndex((own) => own <= time);
    return values[Math.max(0, last)]!;
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the last value up to each time');
}

/**
 * Task 2. All sensors at the same times: from when the last of them began, every `interval` seconds, up to when the first
 * of them ended.
 */
export function alignSensors(sensors: Readonly<Record<string, Readings>>, interval: number): Aligned {
  // BEGIN SOLUTION
  const all = Object.values(sensors);
  const start = Math.max(...all.map(({ times }) => times[0]!));
  const end = Math.min(...all.map(({ times }) => times.at(-1)!));
  const times = Array.from(
    { length: Math.floor((end - start) / interval) + 1 },
    (_, i) => start + i * interval,
  );
  const columns = all.map((sensor) =>
    (sensor.kind === 'measured' ? resampleLinear : resampleHold)(sensor.times, sensor.values, times),
  );
  return { times, rows: times.map((_, i) => columns.map((column) => column[i]!)) };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: one row for each time, one column for each sensor');
}

/** Task 3. Windows of `length` rows; each begins `stride` rows after the one before. What is left at the end is dropped. */
export function windows(rows: Run['rows'], length: number, stride: number): number[][][] {
  // BEGIN SOLUTION
  const result: number[][][] = [];
  for (let from = 0; from + length <= rows.length; from += stride) {
    result.push(rows.slice(from, from + length).map((row) => [...row]));
  }
  return result;
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: rows cut into windows');
}

/**
 * Task 3. The label of a window.
 * @param states of its rows, 0 or 1
 * @param rule `majority`: 1 if more than half of the states are; `any`: 1 if at least one is
 */
export function labelWindow(states: readonly number[], rule: 'majority' | 'any'): number {
  // BEGIN SOLUTION
  const ones = states.filter((state) => state === 1).length;
  return (rule === 'any' ? ones > 0 : ones > states.length / 2) ? 1 : 0;
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: 0 or 1 for a window');
}

/**
 * Task 4. Cuts a run into parts in the order of time, and leaves out `gap` rows between any two of them.
 * @param count number of rows
 * @param shares of the rows that are left, one for each part; they add up to 1
 * @returns one range for each part: their lengths are the shares, rounded down, and the last part takes the rest
 */
export function chronoSplit(count: number, shares: readonly number[], gap: number): Range[] {
  // BEGIN SOLUTION
  const usable = count - gap * (shares.length - 1);
  let from = 0;
  return shares.map((share, part) => {
    const to = part === shares.length - 1 ? count : from + Math.floor(share * usable + 1e-9);
    const range = { from, to };
    from = to + gap;
    return range;
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: ranges with gaps between them');
}

/**
 * Task 4. A weight for each class, so that both count alike: n / (2 · how often the class occurs).
 * @param labels 0 or 1, both of them at least once
 * @returns the weight of label 0 and that of label 1
 */
export function classWeights(labels: readonly number[]): number[] {
  // BEGIN SOLUTION
  return [0, 1].map((own) => labels.length / (2 * labels.filter((label) => label === own).length));
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: n / (2 · count) for both classes');
}

/**
 * Task 5. Trains a network to tell from a window whether the valve was stuck for most of it.
 * @param options how windows are cut, and the seed of all that is random
 */
export function trainDetector(
  { rows, states }: Run,
  { length, stride, seed }: { length: number; stride: number; seed: number },
): Detector {
  // BEGIN SOLUTION
  const seen = windows(rows, length, stride);
  const labels = seen.map((_, i) => labelWindow(states.slice(i * stride, i * stride + length), 'majority'));
  const all = seen.flat();
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = all[0]!.map((_, j) => meanOf(all.map((row) => row[j]!)));
  const sd = mean.map((middle, j) => Math.sqrt(meanOf(all.map((row) => (row[j]! - middle) ** 2))));

  const inputs = flatten(seen, mean, sd);
  const [normal, fault] = classWeights(labels);
  const truth = tf.tensor2d(labels, [labels.length, 1]);
  const weights = tf.tensor2d(
    labels.map((label) => (label === 1 ? fault! : normal!)),
    [labels.length, 1],
  );
  const model = buildNetwork(inputs.shape[1], seed);
  const optimizer = tf.train.adam(0.003);
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < 8; epoch++) {
    const order = stream.permutation(labels.length);
    for (let start = 0; start < order.length; start += 64) {
      tf.tidy(() => {
        const batch = tf.tensor1d(order.slice(start, start + 64), 'int32');
        const [x, y, w] = [inputs, truth, weights].map((all) => tf.gather(all, batch));
        optimizer.minimize(() => {
          const loss = tf.losses.logLoss(y!, model.apply(x!) as tf.Tensor2D, w).asScalar();
          return model.calculateLosses().reduce<tf.Scalar>((sum, penalty) => sum.add(penalty), loss);
        });
      });
    }
  }
  tf.dispose([inputs, truth, weights]);
  optimizer.dispose();
  return { model, mean, sd };
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: windows, labels, scale, weights, training');
}

/** Task 5. The probability of a fault for each window. It depends on that window only. */
export function detect({ model, mean, sd }: Detector, seen: Windows): number[] {
  // BEGIN SOLUTION
  return tf.tidy(() => Array.from((model.predict(flatten(seen, mean, sd)) as tf.Tensor).dataSync()));
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: one probability for each window');
}
// BEGIN SOLUTION

/** Each window as one row of numbers, scaled by the mean and standard deviation of each sensor. */
export function flatten(seen: Windows, mean: readonly number[], sd: readonly number[]): tf.Tensor2D {
  const scaled = seen.map((window) =>
    window.flatMap((row) => row.map((value, j) => (value - mean[j]!) / (sd[j]! || 1))),
  );
  return tf.tensor2d(scaled);
}
// END SOLUTION
