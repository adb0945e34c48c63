import { createStream, tf, TodoError } from 'descent';

/** Rows of brightnesses from 0 (dark) to 1. */
export type Image = readonly (readonly number[])[];

/** Images of 14 × 14 pixels, and which digits they show. */
export interface Digits {
  readonly images: readonly Image[];
  readonly labels: readonly number[];
}

/** How much images are changed, at most; what is left out is not changed. */
export interface Amounts {
  /** Whole pixels up, down and sideways. */
  readonly shift?: number;
  /** Degrees in either direction. */
  readonly rotate?: number;
  /** Brighter or darker. */
  readonly brightness?: number;
}

/** Changes images, each in a way of its own. The same seed, the same changes. */
export type Augment = (images: readonly Image[], seed: number) => readonly Image[];

/** How a network is trained. */
export interface Options {
  readonly epochs: number;
  /** Of the order of the digits, and of what changes them. */
  readonly seed: number;
  /** What changes the training images; by default nothing does. */
  readonly augment?: Augment;
}

/**
 * Task 1. Moves an image by whole pixels. What comes in from outside is dark.
 * @param down rows to move down, or up where it is negative
 * @param right columns to move to the right, or to the left where it is negative
 */
export function translate(image: Image, down: number, right: number): number[][] {
  throw new TodoError('Task 1: an image at another place');
}

/** Task 1. Adds an amount to the brightness of every pixel, which stays from 0 to 1. */
export function brighten(image: Image, amount: number): number[][] {
  throw new TodoError('Task 1: a brighter or darker image');
}

/**
 * Task 2. Turns an image about its middle, counterclockwise. A place between four pixels has their bilinear mean; what lies outside of the
 * image is dark.
 */
export function rotate(image: Image, degrees: number): number[][] {
  throw new TodoError('Task 2: where does each pixel come from?');
}

/**
 * Task 3. Changes each image in its own way: turned, moved, brighter or darker, by amounts drawn evenly from −amount to amount.
 * @param seed the same seed, the same changes
 * @returns new images, in their order
 */
export function augmentBatch(images: readonly Image[], amounts: Amounts, seed: number): Image[] {
  throw new TodoError('Task 3: a change of its own for each image');
}

/**
 * Task 4. Trains a network with categorical cross-entropy, in batches of 32. Every epoch shows each training digit once, in a new
 * order, and changed anew by `augment`.
 * @returns the loss of all validation digits after each epoch; they are never changed
 */
export async function fit(
  model: tf.LayersModel,
  training: Digits,
  validation: Digits,
  { epochs, seed, augment = (images) => images }: Options,
): Promise<number[]> {
  throw new TodoError('Task 4: train on changed images, look at unchanged ones');
}

/**
 * Task 5. The share of digits that a network names rightly after all of them have been turned, or moved to the right.
 * @param change `rotate` by degrees, or `shift` to the right by pixels
 * @returns one share for each amount
 */
export function sensitivity(
  model: tf.LayersModel,
  { images, labels }: Digits,
  change: 'rotate' | 'shift',
  amounts: readonly number[],
): number[] {
  throw new TodoError('Task 5: the accuracy for each amount');
}

/**
 * Task 5. What digits are named.
 * @returns ten rows of ten counts: the row is what a digit is, the column what it is named
 */
export function confusion(model: tf.LayersModel, { images, labels }: Digits): number[][] {
  throw new TodoError('Task 5: who is taken for whom');
}

/** Given. Images as a tensor `[n, 14, 14, 1]`. */
export function toTensor(images: readonly Image[]): tf.Tensor4D {
  return tf.tidy(() => tf.tensor3d(images as number[][][]).expandDims<tf.Tensor4D>(3));
}

/** Given. Labels as rows of ten: 1 at its place, 0 elsewhere. */
export function oneHot(labels: readonly number[]): tf.Tensor2D {
  return tf.tidy(() => tf.oneHot(tf.tensor1d([...labels], 'int32'), 10).toFloat() as tf.Tensor2D);
}

/** Given. What a network names each image. */
export function nameAll(model: tf.LayersModel, images: readonly Image[]): number[] {
  return tf.tidy(() => [...(model.predict(toTensor(images)) as tf.Tensor).argMax(1).dataSync()]);
}

/** Given. `augmentBatch` by certain amounts, as `fit` wants it. */
export function augmenter(amounts: Amounts): Augment {
  return (images, seed) => augmentBatch(images, amounts, seed);
}

/** Given. A convolutional network of 2,698 parameters. @param seed of the initial weights, from 1 */
export function buildCnn(seed: number): tf.LayersModel {
  const start = (index: number) => tf.initializers.heNormal({ seed: 10 * seed + index });
  const look = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ ...look, filters: 8, kernelInitializer: start(1), inputShape: [14, 14, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ ...look, filters: 16, kernelInitializer: start(2) }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(3) }),
    ],
  });
}

/** Given. A dense network of 26,506 parameters, to compare it with. @param seed of the initial weights, from 1 */
export function buildMlp(seed: number): tf.LayersModel {
  const start = (index: number) => tf.initializers.heNormal({ seed: 10 * seed + index });
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [14, 14, 1] }),
      tf.layers.dense({ units: 128, activation: 'relu', kernelInitializer: start(1) }),
      tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(2) }),
    ],
  });
}
