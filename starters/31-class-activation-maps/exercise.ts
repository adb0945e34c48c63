import { createStream, tf, TodoError } from 'descent';

/** What may be seen in an image, in the order of the network's scores. */
export const SHAPES = ['blob', 'cross', 'ring'];

/** Name of the last layer that still knows where something is. */
export const MAPS = 'maps';

/**
 * Task 1. An untrained network: images [N, 16, 16, 1] in, three scores [N, 3] out, any real numbers. Its last convolution is named
 * MAPS, with an output of shape [N, h, w, K], h and w at least 4. After it come only global average pooling and a dense layer.
 * @param seed decides about the initial weights, from 1: the same seed, the same weights
 */
export function buildModel(seed: number): tf.LayersModel {
  throw new TodoError('Task 1: a network from images to three scores');
}

/**
 * Task 2. Trains a new network.
 * @param images [N, 16, 16, 1]
 * @param labels [N, 3]: 1 for each of SHAPES that is in the image, 0 for each that is not
 * @param options how many passes over all images, and the seed of all that is random
 */
export async function train(
  images: tf.Tensor4D,
  labels: tf.Tensor2D,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<tf.LayersModel> {
  throw new TodoError('Task 2: train on all images, batch by batch');
}

/**
 * Task 3. What the layer named MAPS makes of images, in any network that has one.
 * @returns [N, h, w, K]: K maps for each image
 */
export function featureMaps(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor4D {
  throw new TodoError('Task 3: the output of the layer in the middle');
}

/**
 * Task 4. The class activation map of an image, in a network that ends with global average pooling and a dense layer: the sum of
 * all maps, each times the weight with which its mean counts for the score of the class.
 * @param image [16, 16, 1]
 * @param target the class that is asked about, whether it is the right one or not
 * @returns [h, w], with negative values where something speaks against the class
 */
export function cam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  throw new TodoError('Task 4: weigh the maps and add them up');
}

/**
 * Task 5. Grad-CAM of an image, whatever comes behind the maps: the sum of all maps, each times the mean over all places of the
 * derivative of the score, and of that sum what is positive.
 * @returns [h, w], 0 or more
 */
export function gradCam(model: tf.LayersModel, image: tf.Tensor3D, target: number): tf.Tensor2D {
  throw new TodoError('Task 5: weigh the maps by their derivatives');
}

/**
 * Task 6. Where in the image a map is largest: the middle of the pixels that its largest cell covers.
 * @param map [h, w]
 * @param size pixels of the image, as many in height as in width
 * @returns row and column, from 0, which may lie between two pixels
 */
export function locate(map: tf.Tensor2D, size: number): { row: number; column: number } {
  throw new TodoError('Task 6: the place of the largest cell');
}
