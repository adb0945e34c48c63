import { createStream, tf, TodoError } from 'descent';

/** Images of digits, and which digits they are. */
export interface Digits {
  /** `[n, 28, 28, 1]`: image, row, column, channel; brightness from 0 to 1. */
  readonly images: tf.Tensor4D;
  /** `n` numbers from 0 to 9. */
  readonly labels: readonly number[];
}

/** How a network is trained. */
export interface Options {
  /** How often all digits are shown. */
  readonly epochs: number;
  /** Decides about the order of the digits. */
  readonly seed: number;
  /** How large steps are; by default whatever suits your networks. */
  readonly learningRate?: number;
}

/** A digit that was taken for another one. */
export interface Mistake {
  /** Its place among the digits. */
  readonly index: number;
  /** What it is. */
  readonly truth: number;
  /** What the network takes it for. */
  readonly named: number;
  /** The probability that the network gives to what it names. */
  readonly probability: number;
}

/**
 * Task 1. Bytes as MNIST has them, row after row and image after image, as a tensor.
 * @param bytes 784 for each image: 0 is black, 255 is white
 * @returns `[n, 28, 28, 1]`, brightness from 0 to 1
 */
export function toImages(bytes: Uint8Array): tf.Tensor4D {
  // BEGIN SOLUTION
  return tf.tidy(() => tf.tensor4d(Float32Array.from(bytes), [bytes.length / 784, 28, 28, 1]).div(255));
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: bytes become images');
}

/**
 * Task 1. Each label as ten numbers: 1 at its place, 0 elsewhere.
 * @returns `[n, 10]`, float32
 */
export function oneHot(labels: readonly number[]): tf.Tensor2D {
  // BEGIN SOLUTION
  return tf.tidy(() => tf.oneHot(tf.tensor1d([...labels], 'int32'), 10).toFloat() as tf.Tensor2D);
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: labels become rows of ten');
}

/**
 * Task 2. An untrained convolutional network of at most 20,000 parameters: `[n, 28, 28, 1]` → `[n, 10]`, ten probabilities for each image.
 * @param seed decides about the initial weights, from 1: the same seed, the same weights
 */
export function buildCnn(seed: number): tf.LayersModel {
  // BEGIN SOLUTION
  const window = (filters: number, kernelSize: number, index: number) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + index }),
      ...(index === 1 ? { inputShape: [28, 28, 1] } : {}),
    });
  const shrink = () => tf.layers.maxPooling2d({ poolSize: 2 });
  return tf.sequential({
    layers: [
      window(8, 5, 1),
      shrink(),
      window(16, 3, 2),
      shrink(),
      tf.layers.flatten(),
      answer(10 * seed + 3),
    ],
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: a network with convolutions');
}

/**
 * Task 2. The network to compare it with: all 784 pixels → 128 units with relu → ten probabilities. It has 101,770 parameters.
 * @param seed decides about the initial weights, from 1
 */
export function buildMlp(seed: number): tf.LayersModel {
  // BEGIN SOLUTION
  const hidden = tf.layers.dense({
    units: 128,
    activation: 'relu',
    kernelInitializer: tf.initializers.heNormal({ seed: 10 * seed + 1 }),
  });
  return tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), hidden, answer(10 * seed + 2)],
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: a network without convolutions');
}

/**
 * Task 2. What becomes of an image: the shape after each layer.
 * @returns one list of lengths for each layer, without the number of images
 */
export function shapes(model: tf.LayersModel): number[][] {
  // BEGIN SOLUTION
  return model.layers.map((layer) => (layer.outputShape as number[]).slice(1));
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: the shape after each layer');
}

/**
 * Task 3. Trains a network with categorical cross-entropy, in batches of 32. Every epoch shows each digit once, in an order of its own.
 * @returns for each epoch the mean over all digits of the loss that each had when it was shown
 */
export async function train(
  model: tf.LayersModel,
  { images, labels }: Digits,
  { epochs, seed, learningRate = 0.01 }: Options,
): Promise<number[]> {
  // BEGIN SOLUTION
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'categoricalCrossentropy' });
  const targets = oneHot(labels);
  const stream = createStream(seed).derive('order');
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(labels.length);
    let sum = 0;
    for (let start = 0; start < order.length; start += 32) {
      const batch = tf.tensor1d(order.slice(start, start + 32), 'int32');
      const [x, y] = [tf.gather(images, batch), tf.gather(targets, batch)];
      sum += batch.size * ((await model.trainOnBatch(x, y)) as number);
      tf.dispose([batch, x, y]);
    }
    losses.push(sum / labels.length);
  }
  targets.dispose();
  return losses;
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: show all digits, batch by batch, epoch after epoch');
}

/** Task 4. The share of all digits that the network names rightly. */
export function accuracy(model: tf.LayersModel, digits: Digits): number {
  // BEGIN SOLUTION
  const { length } = digits.labels;
  return (length - worstMistakes(model, digits, length).length) / length;
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: the share of right answers');
}

/**
 * Task 4. The mistakes of which the network is most certain.
 * @returns at most `count`, the most certain one first
 */
export function worstMistakes(model: tf.LayersModel, { images, labels }: Digits, count: number): Mistake[] {
  // BEGIN SOLUTION
  const rows = tf.tidy(() => (model.predict(images) as tf.Tensor2D).arraySync());
  const answers = rows.map((row, index) => {
    const probability = Math.max(...row);
    return { index, truth: labels[index]!, named: row.indexOf(probability), probability };
  });
  return answers
    .filter(({ truth, named }) => truth !== named)
    .sort((one, other) => other.probability - one.probability)
    .slice(0, count);
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: what is named wrongly, the surest first');
}

/**
 * Task 5. The windows of the first layer, a convolution over one channel.
 * @returns for each filter its rows of weights
 */
export function firstFilters(model: tf.LayersModel): number[][][] {
  // BEGIN SOLUTION
  const [kernel] = model.layers[0]!.getWeights();
  return tf.tidy(() => kernel!.transpose([3, 2, 0, 1]).squeeze<tf.Tensor3D>([1]).arraySync());
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: the weights of each filter');
}
// BEGIN SOLUTION

/** The last layer: a probability for each digit. */
const answer = (seed: number) =>
  tf.layers.dense({
    units: 10,
    activation: 'softmax',
    kernelInitializer: tf.initializers.heNormal({ seed }),
  });
// END SOLUTION
