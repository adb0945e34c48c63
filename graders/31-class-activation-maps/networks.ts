import { tensorValue, type CheckContext, type TensorValue } from 'descent/grading';

/**
 * Networks of which everybody knows what they do, made where the answer runs. Map k of an image x is the positive part of
 * factor[k]·x + offset[k], at each pixel on its own.
 */
export const KNOWN_NETWORKS = `
import { tf } from 'descent';

function begin(size: number, factors: number[], offsets: number[]) {
  const filters = factors.length;
  const layer = tf.layers.conv2d({ inputShape: [size, size, 1], filters, kernelSize: 1, activation: 'relu', name: 'maps' });
  const fill = () => layer.setWeights([tf.tensor(factors, [1, 1, 1, filters]), tf.tensor1d(offsets)]);
  return { layer, fill };
}

/** Means of the maps, then a dense layer: weights [maps, classes]. */
export function averaging(size: number, factors: number[], offsets: number[], weights: tf.Tensor2D, biases: number[]) {
  const { layer, fill } = begin(size, factors, offsets);
  const last = tf.layers.dense({ units: biases.length });
  const model = tf.sequential({ layers: [layer, tf.layers.globalAveragePooling2d({}), last] });
  fill();
  last.setWeights([weights, tf.tensor1d(biases)]);
  return model;
}

/** A dense layer on every value of the maps: weights [size * size * maps, classes]. */
export function flattening(size: number, factors: number[], offsets: number[], weights: tf.Tensor2D) {
  const { layer, fill } = begin(size, factors, offsets);
  const last = tf.layers.dense({ units: weights.shape[1] });
  const model = tf.sequential({ layers: [layer, tf.layers.flatten({}), last] });
  fill();
  last.setWeights([weights, tf.zeros([weights.shape[1]])]);
  return model;
}
`;

/** A function of a fixture, which stays in the process of the answer. */
interface Made {
  apply(...values: readonly unknown[]): Promise<unknown>;
}

/** Makes a fixture where the answer runs. @returns what it exports by that name */
export async function made(
  { fixture }: Pick<CheckContext<never>['submission'], 'fixture'>,
  source: string,
  name: string,
): Promise<Made> {
  return (await fixture(source))[name] as Made;
}

/** The maps that such a network makes of one pixel. */
export function mapsAt(pixel: number, factors: readonly number[], offsets: readonly number[]): number[] {
  return factors.map((factor, k) => Math.max(0, factor * pixel + offsets[k]!));
}

/** Of images of 2 × 2 pixels, two maps: the image itself, and what is missing to 2. Two classes. */
export const SMALL = {
  size: 2,
  factors: [1, -1],
  offsets: [0, 2],
  weights: tensorValue([2, -2, -1, 3], [2, 2]),
  biases: [0.5, 0],
  image: tensorValue([1, 2, 0, 3], [2, 2, 1]),
} as const;

/** What stands in a tensor, as a list. */
export function valuesOf({ data }: TensorValue): number[] {
  return Array.from(data);
}
