import { createStream, tf, TodoError } from 'descent';

/** An ellipse, in fractions of the image: center x and y (from the left, from the top), half width, half height. */
export type Ellipse = readonly [x: number, y: number, radiusX: number, radiusY: number];

/** An image of an ellipse, and which ellipse it is. */
export interface Item {
  /** [size, size, 3]: row, column, channel; from 0 to 1. */
  readonly image: tf.Tensor3D;
  readonly ellipse: Ellipse;
}

/** How a network ends: with all values of its last maps in a row, or with their global averages. */
export type Head = 'flatten' | 'average';

/**
 * Task 1. Whether the middle of a pixel lies in an ellipse or on its edge.
 * @param row from 0, at the top
 * @param column from 0, at the left
 * @param size pixels of the image, in height and in width
 */
export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  throw new TodoError('Task 1: the equation of the ellipse');
}

/**
 * Task 2. Image number i of the data set of that seed, whatever was asked for before: radii uniform between 0.1 and 0.35, the center
 * uniform where the whole ellipse fits into the image, the colors of ellipse and background uniform in [0, 1]³.
 */
export function ellipseItem(seed: number, i: number, size: number): Item {
  throw new TodoError('Task 2: draw numbers from a stream of seed and i, then paint');
}

/**
 * Task 3. How far each pixel is from the one in the upper left corner of its image: the mean over the channels of the absolute difference.
 * @param images [N, size, size, 3]
 * @returns [N, size, size, 1]
 */
export function difference(images: tf.Tensor4D): tf.Tensor4D {
  throw new TodoError('Task 3: the difference from the corner');
}

/**
 * Task 4. An untrained convolutional network: [N, size, size, channels] → [N, 4], each between 0 and 1.
 * @param head how it ends: before the last dense layer stand either all values of the last maps, or the mean of each map
 * @param seed decides about the initial weights, from 1
 */
export function buildModel(size: number, channels: number, head: Head, seed: number): tf.LayersModel {
  throw new TodoError('Task 4: a network from an image to four numbers');
}

/**
 * Task 5. Trains a new network on the mean squared error.
 * @param images [N, size, size, channels]
 * @param ellipses [N, 4]
 */
export async function train(
  images: tf.Tensor4D,
  ellipses: tf.Tensor2D,
  { head, epochs, seed }: { head: Head; epochs: number; seed: number },
): Promise<tf.LayersModel> {
  throw new TodoError('Task 5: train on all images, batch by batch');
}

/**
 * Task 6. Intersection over union of two ellipses: the number of pixels that are in both, divided by the number of those that are in at
 * least one.
 * @param size pixels of the image
 * @returns from 0 to 1; 0 if no pixel is in either
 */
export function iou(one: Ellipse, other: Ellipse, size: number): number {
  throw new TodoError('Task 6: count pixels');
}
