import type { Address } from './address.ts';

/** The losses that the kernels know, in the order of `assembly/losses.ts`. */
export const LOSSES = [
  'squaredError',
  'absoluteError',
  'huber',
  'binaryCrossentropy',
  'binaryCrossentropyOfLogits',
  'categoricalCrossentropy',
] as const;

export type LossName = (typeof LOSSES)[number];

/**
 * What the modules export for the fused step, and updates in place; the doc comments in `assembly/` say what each does. As
 * everywhere the caller passes addresses of float32 arrays without gaps, and nothing checks sizes.
 */
export interface StepKernels {
  /** `kind` is a place in {@link LOSSES}; `weights` 0 stands for none. */
  lossAndGradient(
    kind: number,
    outputs: Address,
    targets: Address,
    weights: Address,
    rows: number,
    columns: number,
    scale: number,
    delta: number,
    losses: Address,
    gradient: Address,
  ): void;
  weightedSum(losses: Address, weights: Address, rows: number): number;
  oneHot(indices: Address, rows: number, columns: number, target: Address): void;
  softmaxGradient(y: Address, dy: Address, rows: number, columns: number, dx: Address): void;

  stepFunction(x: Address, y: Address, size: number): void;
  gelu(x: Address, y: Address, size: number): void;
  geluGradient(x: Address, dy: Address, dx: Address, size: number): void;
  /** Holds numbers within bounds; NaN stays NaN. */
  clip(x: Address, y: Address, size: number, least: number, most: number): void;
  multiplyElements(x: Address, factors: Address, y: Address, size: number): void;
  passToAllLargest(
    x: Address,
    y: Address,
    dy: Address,
    images: number,
    pixels: number,
    channels: number,
    dx: Address,
  ): void;

  normalizeBatch(
    x: Address,
    rows: number,
    channels: number,
    gamma: Address,
    beta: Address,
    epsilon: number,
    means: Address,
    variances: Address,
    y: Address,
  ): void;
  /** `dx` 0 stands for not wanted. */
  normalizeBatchGradient(
    x: Address,
    dy: Address,
    rows: number,
    channels: number,
    gamma: Address,
    epsilon: number,
    means: Address,
    variances: Address,
    dGamma: Address,
    dBeta: Address,
    dx: Address,
  ): void;
  moveTowards(target: Address, source: Address, size: number, share: number): void;

  addSignsInPlace(target: Address, source: Address, size: number, factor: number): void;
  sumOfSizes(x: Address, size: number): number;
  clear(x: Address, size: number): void;

  adadelta(
    weights: Address,
    gradients: Address,
    squares: Address,
    stepSquares: Address,
    size: number,
    rate: number,
    decay: number,
    fresh: number,
    epsilon: number,
  ): void;
  adamax(
    weights: Address,
    gradients: Address,
    means: Address,
    largest: Address,
    size: number,
    rate: number,
    beta1: number,
    fresh1: number,
    beta2: number,
    epsilon: number,
  ): void;
  nadam(
    weights: Address,
    gradients: Address,
    means: Address,
    squares: Address,
    size: number,
    rate: number,
    beta1: number,
    fresh1: number,
    beta2: number,
    fresh2: number,
    epsilon: number,
    ahead: number,
    now: number,
    rest: number,
  ): void;
  ftrl(
    weights: Address,
    gradients: Address,
    squares: Address,
    heldBack: Address,
    size: number,
    rate: number,
    margin: number,
    shrinkage: number,
  ): void;
}
