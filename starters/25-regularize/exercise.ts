import { createStream, TodoError } from 'descent';

/** A dense layer: `w[j][k]` leads from input j to unit k, so w is [inputs, units]; b is [units]. */
export interface Layer {
  readonly w: readonly (readonly number[])[];
  readonly b: readonly number[];
}

/** 49 brightnesses → 64 hidden units with relu → ten probabilities. A gradient has the same form, number for number. */
export interface Network {
  readonly hidden: Layer;
  readonly output: Layer;
}

/** Digits as 49 brightnesses each, with what they are. */
export interface Digits {
  readonly pixels: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** How strong the two penalties are: λ₁ and λ₂, 0 for none. */
export interface Strength {
  readonly l1: number;
  readonly l2: number;
}

/** The learning rate is multiplied with `factor` after every `every` epochs. */
export interface Decay {
  readonly factor: number;
  readonly every: number;
}

/** When to stop early. */
export interface Stopping {
  /** Epochs in a row without improvement after which training ends, from 1; Infinity for never. */
  readonly patience: number;
  /** A loss counts as better only if it is lower than the best by more than this. */
  readonly minDelta: number;
  /** Whether the network of the best epoch is returned instead of the last one. */
  readonly restore: boolean;
}

/** All that a training is told. */
export interface Options extends Strength {
  /** At most so many passes over the training digits. */
  readonly epochs: number;
  /** Of the first weights, the order of the digits, and what drops out. */
  readonly seed: number;
  /** The learning rate of the first epoch. */
  readonly lr: number;
  /** Digits for each step; the last batch of an epoch may be smaller. */
  readonly batch: number;
  /** The probability with which a hidden unit drops out. */
  readonly dropout: number;
  readonly decay: Decay;
  readonly stopping: Stopping;
}

/** What a training brings: a network, and the losses after each epoch, without penalties. */
export interface Fitted {
  readonly network: Network;
  readonly history: { readonly train: number[]; readonly validation: number[] };
}

/** Hidden units of the network. */
export const UNITS = 64;

/** Task 1. What the weights cost: λ₁ for each unit of their sizes, λ₂ for each unit of their squares, summed over all. */
export function penalty(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number {
  throw new TodoError('Task 1: the cost of all weights');
}

/**
 * Task 1. The derivative of the penalty with respect to each weight. That of |w| at 0 counts as 0.
 * @returns as many rows as there are, each as long
 */
export function penaltyGradient(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number[][] {
  throw new TodoError('Task 1: how fast the cost grows with each weight');
}

/**
 * Task 2. Drops values out, and makes the others larger, so that the mean stays. After training nothing happens.
 * @param p the probability of dropping out, from 0 to below 1
 * @param random gives a new number from 0 to 1 at every call; one call for each value, in their order, and where it is below p the value
 *   drops out. Not called after training.
 * @returns a new list
 */
export function dropout(x: readonly number[], p: number, random: () => number, training: boolean): number[] {
  throw new TodoError('Task 2: drop values out, scale up the others');
}

/**
 * Task 3. The learning rate of an epoch.
 * @param lr that of the first epochs
 * @param epoch from 0
 */
export function lrSchedule(lr: number, epoch: number, { factor, every }: Decay): number {
  throw new TodoError('Task 3: the learning rate falls in steps');
}

/** Task 4. Watches the validation loss. A loss that is NaN is no improvement. */
export class EarlyStopping {
  /** The lowest loss that counted; Infinity before any. */
  bestLoss = Infinity;
  /** Its epoch, from 0; −1 before any. */
  bestEpoch = -1;

  constructor(stopping: Stopping) {
    throw new TodoError('Task 4: keep what was asked for');
  }

  /**
   * Called after every epoch with the validation loss and the network that has it.
   * @returns whether training shall end
   */
  update(loss: number, network: Network): boolean {
    throw new TodoError('Task 4: remember the best, count the others');
  }

  /** Which network to keep: the best one if it is to be restored and there is one, otherwise the last one. */
  result(last: Network): Network {
    throw new TodoError('Task 4: the best network, or the last');
  }
}

/**
 * Task 5. One step of gradient descent, with penalties on the weights of both layers. Biases pay none.
 * @param gradient of the loss, without penalties
 * @returns a new network
 */
export function step(network: Network, gradient: Network, lr: number, strength: Strength): Network {
  throw new TodoError('Task 5: downhill, penalties included');
}

/**
 * Task 6. Trains a new network with all of the above. In each epoch every training digit is used once, in a new order.
 * Validation digits are only looked at.
 */
export function fit(training: Digits, validation: Digits, options: Options): Fitted {
  throw new TodoError('Task 6: train, look, and stop in time');
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
  return { hidden: layer(49, UNITS), output: layer(UNITS, 10) };
}

/**
 * Given. What a network says of one digit. Hidden values are multiplied with factors behind the relu; without factors they stay as they are.
 * @param pixels 49 brightnesses
 */
export function forward(
  { hidden, output }: Network,
  pixels: readonly number[],
  factors?: readonly number[],
): { h: number[]; probabilities: number[] } {
  const h = layerOf(hidden, pixels).map((z, k) => Math.max(0, z) * (factors?.[k] ?? 1));
  const logits = layerOf(output, h);
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return { h, probabilities: powers.map((power) => power / sum) };
}

/** Given. The mean cross-entropy of digits, with all hidden units. */
export function lossOf(network: Network, { pixels, labels }: Digits): number {
  const losses = pixels.map((own, i) => {
    return -Math.log(Math.max(1e-12, forward(network, own).probabilities[labels[i]!]!));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / labels.length;
}

/**
 * Given. The gradient of the mean cross-entropy of a batch, by backpropagation as in exercise 15.
 * @param rows which digits are in the batch
 * @param factors called for each digit, gives a factor for every hidden unit
 */
export function gradients(
  network: Network,
  { pixels, labels }: Digits,
  rows: ArrayLike<number>,
  factors: () => readonly number[],
): Network {
  const zeros = ({ w, b }: Layer) => ({ w: w.map((row) => row.map(() => 0)), b: b.map(() => 0) });
  const sums = { hidden: zeros(network.hidden), output: zeros(network.output) };
  for (const i of Array.from(rows)) {
    const own = factors();
    const { h, probabilities } = forward(network, pixels[i]!, own);
    const dLogits = probabilities.map((p, c) => (p - (c === labels[i] ? 1 : 0)) / rows.length);
    const dHidden = network.output.w.map((row, k) => {
      if (h[k] === 0) return 0;
      return own[k]! * row.reduce((sum, w, c) => sum + w * dLogits[c]!, 0);
    });
    addTo(sums.output, h, dLogits);
    addTo(sums.hidden, pixels[i]!, dHidden);
  }
  return sums;
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
