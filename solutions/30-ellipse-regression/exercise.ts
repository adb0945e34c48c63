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
  // BEGIN SOLUTION
  const across = ((column + 0.5) / size - x) / radiusX;
  const down = ((row + 0.5) / size - y) / radiusY;
  return across ** 2 + down ** 2 <= 1;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: the equation of the ellipse');
}

/**
 * Task 2. Image number i of the data set of that seed, whatever was asked for before: radii uniform between 0.1 and 0.35, the center
 * uniform where the whole ellipse fits into the image, the colors of ellipse and background uniform in [0, 1]³.
 */
export function ellipseItem(seed: number, i: number, size: number): Item {
  // BEGIN SOLUTION
  const stream = createStream(seed).derive(i);
  const between = (low: number, high: number) => low + (high - low) * stream.uniform();
  const [radiusX, radiusY] = [between(0.1, 0.35), between(0.1, 0.35)];
  const shape: Ellipse = [between(radiusX, 1 - radiusX), between(radiusY, 1 - radiusY), radiusX, radiusY];
  const color = () => [stream.uniform(), stream.uniform(), stream.uniform()];
  const [front, back] = [color(), color()];
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) =>
    places.map((column) => (isInside(shape, row, column, size) ? front : back)),
  );
  return { image: tf.tensor3d(rows), ellipse: shape };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: draw numbers from a stream of seed and i, then paint');
}

/**
 * Task 3. How far each pixel is from the one in the upper left corner of its image: the mean over the channels of the absolute difference.
 * @param images [N, size, size, 3]
 * @returns [N, size, size, 1]
 */
export function difference(images: tf.Tensor4D): tf.Tensor4D {
  // BEGIN SOLUTION
  return tf.tidy(() => {
    const corner = images.slice([0, 0, 0, 0], [-1, 1, 1, -1]);
    return images.sub(corner).abs().mean(3, true);
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the difference from the corner');
}

/**
 * Task 4. An untrained convolutional network: [N, size, size, channels] → [N, 4], each between 0 and 1.
 * @param head how it ends: before the last dense layer stand either all values of the last maps, or the mean of each map
 * @param seed decides about the initial weights, from 1
 */
export function buildModel(size: number, channels: number, head: Head, seed: number): tf.LayersModel {
  // BEGIN SOLUTION
  const conv = (filters: number, index: number, options: { inputShape?: number[] } = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...options,
    });
  return tf.sequential({
    layers: [
      conv(8, 1, { inputShape: [size, size, channels] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv(16, 2),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      head === 'flatten' ? tf.layers.flatten() : tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({
        units: 32,
        activation: 'relu',
        kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + 3 }),
      }),
      tf.layers.dense({
        units: 4,
        activation: 'sigmoid',
        kernelInitializer: tf.initializers.glorotNormal({ seed: 10 * seed + 4 }),
      }),
    ],
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: a network from an image to four numbers');
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
  // BEGIN SOLUTION
  const model = buildModel(images.shape[1], images.shape[3], head, seed);
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(images.shape[0]);
    for (let start = 0; start < order.length; start += 32) {
      const batch = tf.tensor1d(order.slice(start, start + 32), 'int32');
      const [x, y] = [tf.gather(images, batch), tf.gather(ellipses, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
  }
  return model;
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: train on all images, batch by batch');
}

/**
 * Task 6. Intersection over union of two ellipses: the number of pixels that are in both, divided by the number of those that are in at
 * least one.
 * @param size pixels of the image
 * @returns from 0 to 1; 0 if no pixel is in either
 */
export function iou(one: Ellipse, other: Ellipse, size: number): number {
  // BEGIN SOLUTION
  let [both, either] = [0, 0];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [first, second] = [isInside(one, row, column, size), isInside(other, row, column, size)];
      if (first && second) both++;
      if (first || second) either++;
    }
  }
  return either === 0 ? 0 : both / either;
  // END SOLUTION
  // STUB: throw new TodoError('Task 6: count pixels');
}
