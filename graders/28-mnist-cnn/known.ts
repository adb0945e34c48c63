import { returns, tensorValue, type CheckContext } from 'descent/grading';
import { SIDE, type DrawnDigits } from './digits.ts';
import type { exports } from './exports.ts';

/** Networks of which everybody knows what they do, made where the answer runs. */
const KNOWN_NETWORKS = `
import { tf } from 'descent';

/** Names an image by its first ten pixels: they are what softmax makes probabilities of. */
export function reader() {
  const flat = tf.layers.flatten({ inputShape: [28, 28, 1] });
  const model = tf.sequential({ layers: [flat, tf.layers.dense({ units: 10, activation: 'softmax' })] });
  model.setWeights([tf.eye(784, 10), tf.zeros([10])]);
  return model;
}

/** Begins with a convolution of the given kernel, [rows, columns, 1, filters]. */
export function windows(kernel: tf.Tensor4D) {
  const [rows, columns, , filters] = kernel.shape;
  const first = tf.layers.conv2d({ filters, kernelSize: [rows, columns], inputShape: [9, 12, 1] });
  const rest = [
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 5, kernelSize: 2, padding: 'same' }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 3 }),
  ];
  const model = tf.sequential({ layers: [first, ...rest] });
  first.setWeights([kernel, tf.zeros([filters])]);
  return model;
}
`;

/** A network of which everybody knows what it does, in the process of the answer. @param values what it is made from */
export async function known(
  submission: CheckContext<typeof exports>['submission'],
  name: 'reader' | 'windows',
  ...values: readonly unknown[]
): Promise<unknown> {
  const networks = await submission.fixture(KNOWN_NETWORKS);
  const reading = returns.function.read(networks[name]);
  if ('wrong' in reading) throw new Error(`the fixture has ${reading.wrong} for ${name}`);
  return reading.value.apply(...values);
}

/** Images for the network that reads its first ten pixels. @param logits ten for each image */
export function imagesOf(logits: readonly (readonly number[])[], labels: readonly number[]): DrawnDigits {
  const values = new Float32Array(logits.length * SIDE * SIDE);
  logits.forEach((own, row) => {
    values.set(own, row * SIDE * SIDE);
  });
  return { images: tensorValue(values, [logits.length, SIDE, SIDE, 1]), labels };
}
