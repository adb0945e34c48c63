import { createStream, TodoError } from 'descent';

/** Whether the gradients of a batch are averaged or added up. */
export type Reduction = 'mean' | 'sum';

/** A dense layer: `w[j][k]` leads from input j to unit k, so w is [inputs, units]; b is [units]. */
export interface Layer {
  readonly w: readonly (readonly number[])[];
  readonly b: readonly number[];
}

/** 49 brightnesses → 16 hidden units with relu → ten probabilities. A gradient has the same form, number for number. */
export interface Network {
  readonly hidden: Layer;
  readonly output: Layer;
}

/** Digits as 49 brightnesses each, with what they are. */
export interface Digits {
  readonly pixels: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What all runs of a table have in common. */
export interface Common {
  readonly reduction: Reduction;
  readonly epochs: number;
  /** The accuracy on the validation digits that is to be reached. */
  readonly target: number;
  /** Of the first weights and the order of the digits. */
  readonly seed: number;
}

/** What a single run is told. */
export interface RunOptions extends Common {
  readonly lr: number;
  readonly batch: number;
}

/** What a table is made of. */
export interface Grid extends Common {
  readonly lrs: readonly number[];
  readonly batches: readonly number[];
}

/** What became of a run. */
export interface Outcome {
  /** The best accuracy on the validation digits after any epoch. */
  readonly best: number;
  /** After how many epochs the target was reached for the first time, from 1; '+' if it never was. */
  readonly epochsToTarget: number | '+';
}

/** A cell of a table. */
export interface Cell extends Outcome {
  readonly lr: number;
  readonly batch: number;
}

/** Task 1. How many times the weights change in an epoch. The last batch may be smaller. */
export function updatesPerEpoch(digits: number, batch: number): number {
  throw new TodoError('Task 1: how many batches there are');
}

/**
 * Task 2. The gradient of a batch.
 * @param sum of the gradients of its digits
 * @param count how many digits there are in it
 */
export function reduce(sum: Network, count: number, reduction: Reduction): Network {
  throw new TodoError('Task 2: the sum as it is, or the mean');
}

/** Task 2. One step of gradient descent. @returns a new network */
export function update(network: Network, gradient: Network, lr: number): Network {
  throw new TodoError('Task 2: downhill');
}

/**
 * Task 3. The learning rate with which the other reduction takes the same steps.
 * @param lr a learning rate
 * @param batch digits in each batch
 * @param from the reduction that lr belongs to
 */
export function sameSteps(lr: number, batch: number, from: Reduction): number {
  throw new TodoError('Task 3: the learning rate for the other reduction');
}

/**
 * Task 4. Trains a new network for all epochs. In each of them every training digit is used once, in a new order.
 * Validation digits are only looked at.
 */
export function run(
  training: Digits,
  validation: Digits,
  options: RunOptions,
): Outcome & { network: Network } {
  throw new TodoError('Task 4: train, and note when the target is reached');
}

/** Task 5. A run for each learning rate and, within it, each batch size, in their order. */
export function gridRun(training: Digits, validation: Digits, grid: Grid): Cell[] {
  throw new TodoError('Task 5: a run for every cell');
}

/**
 * Task 6. Which reduction the runs of a table have used, judged by how their epochs to the target grow with the batch
 * size at the same learning rate: hardly at all, or in proportion.
 * @param cells in any order; there are two without '+' at one learning rate at least
 */
export function whichReduction(cells: readonly Cell[]): Reduction {
  throw new TodoError('Task 6: how the epochs grow with the batch size');
}

/** Given. A network with random weights, and biases of 0. */
export function createNetwork(seed: number): Network {
  const random = createStream(seed).derive('weights');
  const layer = (inputs: number, units: number): Layer => ({
    w: Array.from({ length: inputs }, () =>
      Array.from({ length: units }, () => Math.sqrt(2 / inputs) * random.normal()),
    ),
    b: new Array<number>(units).fill(0),
  });
  return { hidden: layer(49, 16), output: layer(16, 10) };
}

/** Given. A network made of two others of the same form, number by number. */
export function combine(
  one: Network,
  other: Network,
  make: (value: number, otherValue: number) => number,
): Network {
  const both = (left: Layer, right: Layer): Layer => ({
    w: left.w.map((row, j) => row.map((value, k) => make(value, right.w[j]![k]!))),
    b: left.b.map((value, k) => make(value, right.b[k]!)),
  });
  return { hidden: both(one.hidden, other.hidden), output: both(one.output, other.output) };
}

/** Given. The share of digits whose most probable class is the right one. */
export function accuracy(network: Network, { pixels, labels }: Digits): number {
  const right = pixels.filter((own, i) => {
    const { probabilities } = forward(network, own);
    return probabilities.indexOf(Math.max(...probabilities)) === labels[i];
  });
  return right.length / labels.length;
}

/**
 * Given. The gradients of the cross-entropies of some digits, added up; by backpropagation as in exercise 15.
 * @param rows which digits
 */
export function gradientSum(network: Network, { pixels, labels }: Digits, rows: ArrayLike<number>): Network {
  const zeros = ({ w, b }: Layer) => ({ w: w.map((row) => row.map(() => 0)), b: b.map(() => 0) });
  const sums = { hidden: zeros(network.hidden), output: zeros(network.output) };
  for (const i of Array.from(rows)) {
    const { h, probabilities } = forward(network, pixels[i]!);
    const dLogits = probabilities.map((p, c) => p - (c === labels[i] ? 1 : 0));
    const dHidden = network.output.w.map((row, k) =>
      h[k] === 0 ? 0 : row.reduce((sum, w, c) => sum + w * dLogits[c]!, 0),
    );
    addTo(sums.output, h, dLogits);
    addTo(sums.hidden, pixels[i]!, dHidden);
  }
  return sums;
}

/** Given. What a network says of one digit: dense, relu, dense, softmax. */
function forward({ hidden, output }: Network, pixels: readonly number[]) {
  const h = layerOf(hidden, pixels).map((z) => Math.max(0, z));
  const logits = layerOf(output, h);
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return { h, probabilities: powers.map((power) => power / sum) };
}

/** Given. A dense layer without activation. */
function layerOf({ w, b }: Layer, x: readonly number[]): number[] {
  const z = [...b];
  for (let j = 0; j < x.length; j++) {
    const [value, row] = [x[j]!, w[j]!];
    if (value !== 0) for (let k = 0; k < z.length; k++) z[k]! += value * row[k]!;
  }
  return z;
}

/** Given. Adds what one digit does to the gradient of a layer: what enters it times the slopes at its outputs. */
function addTo(sums: { w: number[][]; b: number[] }, x: readonly number[], slopes: readonly number[]): void {
  for (let j = 0; j < x.length; j++) {
    const [value, row] = [x[j]!, sums.w[j]!];
    if (value !== 0) for (let k = 0; k < row.length; k++) row[k]! += value * slopes[k]!;
  }
  for (let k = 0; k < slopes.length; k++) sums.b[k]! += slopes[k]!;
}
