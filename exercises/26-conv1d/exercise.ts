import { TodoError } from 'descent';

/** How the window moves over the signal. */
export interface Options {
  /** How far it moves from one place to the next, 1 or more; by default 1. */
  readonly stride?: number;
  /** How many zeros are put before the signal, and as many behind it; by default 0. */
  readonly padding?: number;
  /** How far apart the numbers are that it looks at, 1 (neighbors) or more; by default 1. */
  readonly dilation?: number;
}

/** A jump in a signal. */
export interface Edge {
  /** The index of the first sample after it. */
  readonly at: number;
  /** How high it is; negative where the signal falls. */
  readonly height: number;
}

/**
 * Task 1. At how many places a window fits into a signal.
 * @param length how long the signal is, without padding
 * @param size how many numbers the window looks at
 * @returns a whole number, 0 where it does not fit at all
 */
export function outLen(length: number, size: number, options: Options = {}): number {
  throw new TodoError('Task 1: the number of places of the window');
}

/**
 * Task 2. The response of a kernel to a signal: at each place the sum of the numbers in the window, each times its weight. The
 * kernel is not turned around, as in all libraries for networks.
 * @param x the signal
 * @param kernel the weights, from left to right
 * @returns one number for each place of the window
 */
export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  throw new TodoError('Task 2: the weighted sums');
}

/**
 * Task 3. The mean of each `size` samples in a row.
 * @returns one number for each place of the window, without padding
 */
export function movingAverage(x: readonly number[], size: number): number[] {
  throw new TodoError('Task 3: a kernel that makes means');
}

/**
 * Task 3. The response to jumps: the mean of `width` samples minus the mean of the `width` samples before them.
 * @returns one number for each place of the window, which is 2·width long, without padding
 */
export function edges(x: readonly number[], width: number): number[] {
  throw new TodoError('Task 3: a kernel that sees jumps');
}

/**
 * Task 3. Where the response of {@link edges} is furthest from 0, up or down; the first such place if there are several.
 * @param x a signal of at least 2·width samples
 */
export function strongestEdge(x: readonly number[], width: number): Edge {
  throw new TodoError('Task 3: the place of the strongest response');
}

/**
 * Task 4. A convolution layer: several kernels ("filters") side by side, each over all channels, each with a bias.
 * @param x the signal, [length, channels]
 * @param kernel the weights, [size, channels, filters]
 * @param bias one number for each filter
 * @returns the responses, [places, filters]
 */
export function conv1dLayer(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
  options: Options = {},
): number[][] {
  throw new TodoError('Task 4: all filters at all places');
}
