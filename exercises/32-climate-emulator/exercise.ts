import { createStream, tf, TodoError } from 'descent';

/** Places on the ring, and fast variables at each of them. */
export const SITES = 8;
export const FAST = 8;
/** Fast variables are this many times faster (c), and this many times smaller (b). */
export const FASTER = 10;
export const SMALLER = 10;
/** How strongly both scales act on each other: h·c/b with h = 1. */
export const COUPLING = FASTER / SMALLER;
/** Steps in time: of the whole truth, and of the model that has the slow variables only. */
export const TRUTH_STEP = 0.002;
export const ONLINE_STEP = 0.005;

/** A state of both scales. */
export interface State {
  /** The slow variables, [8]. */
  readonly X: readonly number[];
  /** The fast variables, [64]: eight for each site, those of site 0 first. */
  readonly Y: readonly number[];
}

/** Snapshots of the truth. */
export interface Truth {
  /** The slow variables, [N, 8]. */
  readonly X: readonly (readonly number[])[];
  /** What the fast ones did to them at that moment, [N, 8]. */
  readonly U: readonly (readonly number[])[];
}

/** A parameterization: from the slow variables [8] to what the fast ones probably do to them [8]. */
export type Subgrid = (X: readonly number[]) => number[];

/** R² of a parameterization in two climates. */
export interface Report {
  readonly today: number;
  readonly warmer: number;
  /** How much R² is lost: positive when it is worse in the warmer climate. */
  readonly drop: number;
}

/**
 * Task 1. How fast the slow variables change: X[k−1]·(X[k+1] − X[k−2]) − X[k] + forcing − U[k].
 * @param X [8], on a ring: site 0 is the neighbor of site 7
 * @param U [8]
 * @returns [8]
 */
export function slowTendency(X: readonly number[], U: readonly number[], forcing: number): number[] {
  throw new TodoError('Task 1: how fast the slow variables change');
}

/**
 * Task 2. How fast the fast variables change: −c·b·Y[j+1]·(Y[j+2] − Y[j−1]) − c·Y[j] + COUPLING·X[k], k being the site of j.
 * @returns [64], on one ring: the last one is the neighbor of the first
 */
export function fastTendency({ X, Y }: State): number[] {
  throw new TodoError('Task 2: how fast the fast variables change');
}

/**
 * Task 2. What the fast variables do to the slow ones: at each site COUPLING times the sum of its eight.
 * @param Y [64]
 * @returns U, [8]
 */
export function coupling(Y: readonly number[]): number[] {
  throw new TodoError('Task 2: the sum of the fast variables of each site');
}

/**
 * Task 3. Both scales together, in steps of TRUTH_STEP by rungeKutta4.
 * @param options skips that many steps, then notes X and U count times, every so many steps
 */
export function simulateTruth(
  start: State,
  { forcing, skip, count, every }: { forcing: number; skip: number; count: number; every: number },
): Truth {
  throw new TodoError('Task 3: step both scales together, and note snapshots');
}

/**
 * Task 4. What the network sees of each site: the site in the middle, and so many neighbors on either side of it.
 * @returns a row for each site, [8, 2·neighbors + 1], from left to right
 */
export function features(X: readonly number[], neighbors: number): number[][] {
  throw new TodoError('Task 4: a window around each site of the ring');
}

/**
 * Task 4. An hour of the day, a day of the year: a place on a circle, so that the end lies next to the beginning.
 * @param period 24 for hours, 365 for days
 * @returns sine and cosine of the angle
 */
export function cyclic(value: number, period: number): number[] {
  throw new TodoError('Task 4: the place on a circle');
}

/** Task 4. ln(1 + eᶻ), which turns any number into an amount of rain: above 0 for every z, and finite for a large one. */
export function softplus(z: number): number {
  throw new TodoError('Task 4: ln(1 + eᶻ), for large z too');
}

/**
 * Task 5. Trains a network that says U from X, at each site by the same weights.
 * @param options how many passes over all snapshots and sites, and the seed of all that is random
 * @returns the trained network as a plain function, so fast that a simulation can ask it thousands of times
 */
export async function train(
  truth: Truth,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Subgrid> {
  throw new TodoError('Task 5: a network from a window of X to U');
}

/**
 * Task 6. The slow variables alone, in steps of ONLINE_STEP by rungeKutta4; a parameterization stands for the fast ones.
 * @returns X before the first step and after each, [steps + 1, 8]
 */
export function online(
  subgrid: Subgrid,
  start: readonly number[],
  { forcing, steps }: { forcing: number; steps: number },
): number[][] {
  throw new TodoError('Task 6: the parameterization inside the simulation');
}

/**
 * Task 7. How well a parameterization does, and what a warmer climate costs it: R² over all snapshots and sites at once.
 * @param warmer snapshots of a climate that it was not made for
 */
export function report(subgrid: Subgrid, today: Truth, warmer: Truth): Report {
  throw new TodoError('Task 7: R² in both climates, and the difference');
}

// What follows is given; read it when you need it.

/** One step in time of the fourth-order Runge-Kutta method: it asks for the derivative four times. */
export function rungeKutta4(
  derivative: (state: readonly number[]) => readonly number[],
  state: readonly number[],
  dt: number,
): number[] {
  const ahead = (slope: readonly number[], time: number) => state.map((value, i) => value + time * slope[i]!);
  const first = derivative(state);
  const second = derivative(ahead(first, dt / 2));
  const third = derivative(ahead(second, dt / 2));
  const fourth = derivative(ahead(third, dt));
  return state.map(
    (value, i) => value + (dt / 6) * (first[i]! + 2 * second[i]! + 2 * third[i]! + fourth[i]!),
  );
}

/** A state from which a simulation can begin. It is not weather yet: skip the first 2,500 steps. */
export function randomStart(seed: number): State {
  const stream = createStream(seed).derive('start');
  const normals = (count: number, sd: number) => Array.from({ length: count }, () => sd * stream.normal());
  return { X: normals(SITES, 3), Y: normals(SITES * FAST, 0.1) };
}

const ACTIVATIONS: Readonly<Record<string, (z: number) => number>> = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
};

/**
 * A network of dense layers as a function of a row of numbers, with loops instead of tensors. For a single row that is a hundred
 * times faster: tensors pay for the way to TensorFlow.js and back at every call.
 * @throws Error for other layers, or another activation than linear, relu, tanh and sigmoid
 */
export function plain(model: tf.LayersModel): (row: readonly number[]) => number[] {
  const layers = model.layers.map((layer) => {
    const { activation = 'linear', useBias } = layer.getConfig() as {
      activation?: string;
      useBias?: boolean;
    };
    const activate = ACTIVATIONS[activation];
    if (layer.getClassName() !== 'Dense' || useBias === false || activate === undefined) {
      throw new Error(
        `plain knows dense layers with ${Object.keys(ACTIVATIONS).join(', ')}, not ${layer.name}`,
      );
    }
    const [weights, biases] = layer.getWeights().map((tensor) => tensor.arraySync()) as [
      number[][],
      number[],
    ];
    const units = biases.map((bias, unit) => ({ bias, weights: weights.map((row) => row[unit]!) }));
    return { activate, units };
  });
  return (row) => {
    let values = [...row];
    for (const { activate, units } of layers) {
      values = units.map(({ bias, weights }) => {
        let sum = bias;
        for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
        return activate(sum);
      });
    }
    return values;
  };
}

/** Two rivals of the network: no parameterization at all, and at each site the cubic of X that fits best. */
export function rivals({ X, U }: Truth): { none: Subgrid; cubic: Subgrid } {
  const powers = (x: number) => [1, x / 10, (x / 10) ** 2, (x / 10) ** 3];
  const coefficients = tf.tidy(() => {
    const rows = tf.tensor2d(X.flat().map(powers));
    const [q, r] = tf.linalg.qr(rows);
    const right = q
      .transpose()
      .matMul(tf.tensor2d(U.flat(), [rows.shape[0], 1]))
      .dataSync();
    const upper = r.arraySync() as number[][];
    const solved = [0, 0, 0, 0];
    for (let i = 3; i >= 0; i--) {
      const known = solved.reduce((sum, value, j) => (j > i ? sum + upper[i]![j]! * value : sum), 0);
      solved[i] = (right[i]! - known) / upper[i]![i]!;
    }
    return solved;
  });
  return {
    none: (state) => state.map(() => 0),
    cubic: (state) =>
      state.map((x) => powers(x).reduce((sum, power, i) => sum + coefficients[i]! * power, 0)),
  };
}
