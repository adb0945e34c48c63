import { createStream, tf, TodoError } from 'descent';

/** Lengths of the axes of one example: `[5]` for five numbers, `[28, 28, 1]` for an image: height, width, channels. */
export type Shape = readonly number[];

/** A layer, as an experiment file has it. */
export type Layer =
  | { readonly type: 'dense'; readonly units: number }
  | {
      readonly type: 'conv2d';
      readonly filters: number;
      /** Height and width of the window. */
      readonly kernel: readonly [number, number];
      /** `same`: the image keeps its size, `valid`: the window stays inside of it. */
      readonly padding: 'same' | 'valid';
    }
  /** The largest of each square of `size` by `size` pixels; what does not fill a square is left out. */
  | { readonly type: 'maxPooling2d'; readonly size: number }
  /** The mean of each channel. */
  | { readonly type: 'globalAveragePooling2d' }
  | { readonly type: 'flatten' }
  | { readonly type: 'batchNormalization' }
  | { readonly type: 'dropout' };

/** How many numbers training changes, and how many a network carries along besides. */
export interface Count {
  readonly trainable: number;
  readonly nonTrainable: number;
}

/** Digits as 49 brightnesses each, with what they are. */
export interface Digits {
  readonly pixels: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What became of one width. */
export interface Row {
  readonly width: number;
  readonly params: number;
  /** Parameters for each training digit. */
  readonly ratio: number;
  readonly trainAccuracy: number;
  readonly validationAccuracy: number;
  /** How much better it is on digits that it has seen. */
  readonly gap: number;
  readonly model: tf.LayersModel;
}

/** Task 1. The parameters of a dense layer: a weight from every input to every unit, and a bias for each unit. */
export function denseParams(inputs: number, units: number): number {
  // BEGIN SOLUTION
  return (inputs + 1) * units;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: weights and biases');
}

/** Task 1. How many parameters there are for each training example. */
export function ratio(params: number, examples: number): number {
  // BEGIN SOLUTION
  return params / examples;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: parameters for each example');
}

/**
 * Task 2. The parameters of a convolution: every filter has a weight for each pixel of the window and each channel of the image,
 * and a bias.
 * @param kernel height and width of the window
 * @param channels of the image that comes in
 */
export function conv2dParams(kernel: readonly [number, number], channels: number, filters: number): number {
  // BEGIN SOLUTION
  return (kernel[0] * kernel[1] * channels + 1) * filters;
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: filters that see a window');
}

/**
 * Task 2. The parameters of a batch normalization: a scale and a shift for each channel, which training changes, and a mean and
 * a variance, which only follow the data.
 */
export function batchNormParams(channels: number): Count {
  // BEGIN SOLUTION
  return { trainable: 2 * channels, nonTrainable: 2 * channels };
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: four numbers for each channel');
}

/** Task 3. The shape that a layer makes of the shape that it gets. */
export function shapeAfter(layer: Layer, shape: Shape): number[] {
  // BEGIN SOLUTION
  const [height = 1, width = 1] = shape;
  const channels = shape[shape.length - 1]!;
  switch (layer.type) {
    case 'dense':
      return [layer.units];
    case 'conv2d': {
      const [high, wide] = layer.padding === 'same' ? [1, 1] : layer.kernel;
      return [height - high + 1, width - wide + 1, layer.filters];
    }
    case 'maxPooling2d':
      return [Math.floor(height / layer.size), Math.floor(width / layer.size), channels];
    case 'globalAveragePooling2d':
      return [channels];
    case 'flatten':
      return [shape.reduce((product, length) => product * length, 1)];
    default:
      return [...shape];
  }
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: what each type of layer does to a shape');
}

/** Task 4. The parameters of a whole network, layer by layer. @param input the shape of one example */
export function countModel(input: Shape, layers: readonly Layer[]): Count & { readonly total: number } {
  // BEGIN SOLUTION
  let shape = input;
  let [trainable, nonTrainable] = [0, 0];
  for (const layer of layers) {
    const channels = shape[shape.length - 1]!;
    if (layer.type === 'dense') trainable += denseParams(channels, layer.units);
    if (layer.type === 'conv2d') trainable += conv2dParams(layer.kernel, channels, layer.filters);
    if (layer.type === 'batchNormalization') {
      const own = batchNormParams(channels);
      trainable += own.trainable;
      nonTrainable += own.nonTrainable;
    }
    shape = shapeAfter(layer, shape);
  }
  return { trainable, nonTrainable, total: trainable + nonTrainable };
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: add up, while the shape goes through');
}

/** Task 5. The share of digits whose most probable class is the right one. @param model `[digits, 49]` → `[digits, 10]` */
export function accuracy(model: tf.LayersModel, { pixels, labels }: Digits): number {
  // BEGIN SOLUTION
  const named = tf.tidy(() => {
    const probabilities = model.predict(tf.tensor2d(pixels as number[][])) as tf.Tensor2D;
    return [...probabilities.argMax(1).dataSync()];
  });
  return named.filter((label, i) => label === labels[i]).length / labels.length;
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the share of right answers');
}

/**
 * Task 5. Trains a network of every width on the training digits, and looks at how good each is on both kinds of digits.
 * @returns a row for each width, in their order
 */
export async function gapStudy(
  training: Digits,
  validation: Digits,
  widths: readonly number[],
  options: { readonly epochs: number; readonly seed: number },
): Promise<Row[]> {
  // BEGIN SOLUTION
  const rows: Row[] = [];
  for (const width of widths) {
    const model = await trainNetwork(training, width, options);
    const layers: Layer[] = [width, 10].map((units) => ({ type: 'dense', units }));
    const params = countModel([49], layers).total;
    const trainAccuracy = accuracy(model, training);
    const validationAccuracy = accuracy(model, validation);
    rows.push({
      width,
      params,
      ratio: ratio(params, training.labels.length),
      trainAccuracy,
      validationAccuracy,
      gap: trainAccuracy - validationAccuracy,
      model,
    });
  }
  return rows;
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: train, count and measure, width by width');
}

/**
 * Given. Trains a new network: 49 brightnesses, a hidden layer, ten probabilities.
 * @param width units of the hidden layer
 * @param options how many times all digits are shown, in batches of 50; the seed of weights and order, from 1
 */
export async function trainNetwork(
  { pixels, labels }: Digits,
  width: number,
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): Promise<tf.LayersModel> {
  const start = (layer: number) => tf.initializers.heNormal({ seed: 2 * seed + layer });
  const hidden = tf.layers.dense({
    units: width,
    activation: 'relu',
    inputShape: [49],
    kernelInitializer: start(0),
  });
  const output = tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: start(1) });
  const model = tf.sequential({ layers: [hidden, output] });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });

  const inputs = tf.tensor2d(pixels as number[][]);
  const targets = tf.tidy(() => tf.oneHot(tf.tensor1d(labels as number[], 'int32'), 10).toFloat());
  const stream = createStream(seed).derive('order');
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(labels.length);
    for (let first = 0; first < order.length; first += 50) {
      const batch = tf.tensor1d(order.slice(first, first + 50), 'int32');
      const [x, y] = [tf.gather(inputs, batch), tf.gather(targets, batch)];
      await model.trainOnBatch(x, y);
      tf.dispose([batch, x, y]);
    }
  }
  tf.dispose([inputs, targets]);
  return model;
}
