import { TodoError } from 'descent';

/** An image, [height, width, channels]: `image[row][column][channel]`. */
export type Image = readonly (readonly (readonly number[])[])[];

/** The weights of a layer, [height, width, channels, filters]. */
export type Kernel = readonly (readonly (readonly (readonly number[])[])[])[];

/** How the window moves over the image. */
export interface Options {
  /** By how many pixels it moves to the right, and down; by default 1. */
  readonly stride?: number;
  /** How many zeros are put around the image, on each of the four sides; by default 0. */
  readonly padding?: number;
}

/** What a Sobel filter finds, one number for each place: [height − 2, width − 2]. */
export interface Gradients {
  /** How the brightness grows to the right. */
  readonly x: number[][];
  /** How it grows downward. */
  readonly y: number[][];
  /** How long the arrow (x, y) is. */
  readonly strength: number[][];
}

/** How far the response to a moved image is from what a symmetric layer would say; 0 for a layer that has the symmetry. */
export interface ShiftTest {
  /** The largest difference from the response to the image itself. */
  readonly invariant: number;
  /** The largest difference from that response, moved with the image. */
  readonly equivariant: number;
}

/**
 * Task 1. A convolution layer for images: the sums of the pixels in a window, each times its weight, plus a bias.
 * @param bias one number for each filter
 * @returns the responses, [places downward, places to the right, filters]
 */
export function conv2d(
  image: Image,
  kernel: Kernel,
  bias: readonly number[],
  options: Options = {},
): number[][][] {
  // BEGIN SOLUTION
  const { stride = 1, padding = 0 } = options;
  const placesOf = (length: number, size: number) =>
    Math.max(0, Math.floor((length + 2 * padding - size) / stride) + 1);
  const [rows, columns] = [
    placesOf(image.length, kernel.length),
    placesOf(image[0]!.length, kernel[0]!.length),
  ];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      bias.map((start, filter) => {
        let sum = start;
        kernel.forEach((line, i) => {
          line.forEach((weights, j) => {
            const pixel = image[row * stride + i - padding]?.[column * stride + j - padding];
            pixel?.forEach((value, channel) => (sum += value * weights[channel]![filter]!));
          });
        });
        return sum;
      }),
    ),
  );
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: all filters at all places');
}

/**
 * Task 2. Sobel filters: how a gray image gets brighter to the right and downward, with the neighbors' help against noise.
 * @param gray brightnesses, [height, width]
 */
export function sobel(gray: readonly (readonly number[])[]): Gradients {
  // BEGIN SOLUTION
  const weights = [1, 2, 1].map((side) => [-1, 0, 1].map((slope) => side * slope));
  const kernel = weights.map((line, i) => line.map((weight, j) => [[weight, weights[j]![i]!]]));
  const image = gray.map((line) => line.map((value) => [value]));
  const arrows = conv2d(image, kernel, [0, 0]);
  return {
    x: arrows.map((line) => line.map((arrow) => arrow[0]!)),
    y: arrows.map((line) => line.map((arrow) => arrow[1]!)),
    strength: arrows.map((line) => line.map((arrow) => Math.hypot(...arrow))),
  };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: both gradients, and how strong they are together');
}

// BEGIN SOLUTION
/** One number for the numbers of each window, channel by channel. */
function pool(image: Image, size: number, stride: number, toOne: (values: number[]) => number): number[][][] {
  const placesOf = (length: number) => Math.max(0, Math.floor((length - size) / stride) + 1);
  return Array.from({ length: placesOf(image.length) }, (_, row) =>
    Array.from({ length: placesOf(image[0]!.length) }, (_, column) => {
      const lines = image.slice(row * stride, row * stride + size);
      const pixels = lines.flatMap((line) => line.slice(column * stride, column * stride + size));
      return pixels[0]!.map((_, channel) => toOne(pixels.map((pixel) => pixel[channel]!)));
    }),
  );
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
// END SOLUTION

/**
 * Task 3. The largest number of each window, for each channel by itself. Windows that would leave the image are left out.
 * @param size how high and wide the window is
 * @param stride how far it moves; by default its size, so that no two windows overlap
 * @returns [places downward, places to the right, channels]
 */
export function maxPool(image: Image, size: number, stride = size): number[][][] {
  // BEGIN SOLUTION
  return pool(image, size, stride, (values) => Math.max(...values));
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the largest of each window');
}

/** Task 3. The mean of each window, otherwise like {@link maxPool}. */
export function averagePool(image: Image, size: number, stride = size): number[][][] {
  // BEGIN SOLUTION
  return pool(image, size, stride, meanOf);
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the mean of each window');
}

/** Task 3. The mean of all pixels. @returns one number for each channel */
export function globalAverage(image: Image): number[] {
  // BEGIN SOLUTION
  const pixels = image.flat();
  return pixels[0]!.map((_, channel) => meanOf(pixels.map((pixel) => pixel[channel]!)));
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: the mean of each channel');
}

/**
 * Task 4. The image, moved. What leaves it at one side comes in again at the opposite one.
 * @param down by how many pixels; upward if negative
 * @param right by how many pixels; to the left if negative
 * @returns an image of the same shape
 */
export function moved(image: Image, down: number, right: number): Image {
  // BEGIN SOLUTION
  const at = <Item>(items: readonly Item[], index: number) =>
    items[((index % items.length) + items.length) % items.length]!;
  return image.map((line, row) => line.map((_, column) => at(at(image, row - down), column - right)));
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: the image from another place');
}

/** The weights of the convolutions below. */
const WEIGHTS = [
  [0, 1, 0],
  [-1, 2, 1],
  [0, -1, 0],
];
const KERNEL: Kernel = WEIGHTS.map((line) => line.map((weight) => [[weight]]));

/** One more pixel on every side, from the opposite one: so that an image has no border. */
function around(image: Image): Image {
  const lines = [image.at(-1)!, ...image, image[0]!];
  return lines.map((line) => [line.at(-1)!, ...line, line[0]!]);
}

/** What task 4 examines, for images of one channel with even sides. */
export const layers = {
  conv: (image: Image): Image => conv2d(around(image), KERNEL, [0]),
  stridedConv: (image: Image): Image => conv2d(around(image), KERNEL, [0], { stride: 2 }),
  maxPool: (image: Image): Image => maxPool(image, 2),
  globalAverage: (image: Image): Image => [[globalAverage(image)]],
};
export type LayerName = keyof typeof layers;

/** The largest difference between the numbers of two images of the same shape. */
export function largestDifference(one: Image, other: Image): number {
  const [left, right] = [one.flat(2), other.flat(2)];
  return Math.max(...left.map((value, i) => Math.abs(value - right[i]!)));
}

/**
 * Task 4. How a layer responds to a moved image, against its response to the image itself.
 * @param name one of {@link layers}
 * @param image [height, width, 1], both even
 * @returns `equivariant`: the first response is moved as far as the image, in places of its own; with half as many rows by half
 *   as many, rounded down
 */
export function shiftTest(name: LayerName, image: Image, down: number, right: number): ShiftTest {
  // BEGIN SOLUTION
  const layer = layers[name];
  const [before, after] = [layer(image), layer(moved(image, down, right))];
  const rows = Math.floor((down * before.length) / image.length);
  const columns = Math.floor((right * before[0]!.length) / image[0]!.length);
  return {
    invariant: largestDifference(after, before),
    equivariant: largestDifference(after, moved(before, rows, columns)),
  };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: two differences');
}
