import { expect, tensorValue, TensorValue } from 'descent/grading';
import { SIDE, type Digits, type Image } from './digits.ts';

/** A network in the process of an answer. */
export interface Network {
  predict(inputs: unknown): Promise<unknown>;
}

/** What a network says of images: ten probabilities for each. */
export async function askNetwork(network: Network, images: readonly Image[]): Promise<number[][]> {
  const inputs = tensorValue(Float32Array.from(images.flat(2)), [images.length, SIDE, SIDE, 1]);
  const predicted = await network.predict(inputs);
  expect(predicted, `the prediction for ${images.length} digits`).toHaveShape([images.length, 10]);
  if (!(predicted instanceof TensorValue)) return predicted as number[][];
  return images.map((_, row) => Array.from(predicted.data.subarray(10 * row, 10 * row + 10)));
}

/** What a network names each image. */
export async function namesOf(network: Network, images: readonly Image[]): Promise<number[]> {
  return (await askNetwork(network, images)).map((own) => own.indexOf(Math.max(...own)));
}

/** The share of digits that a network names rightly. */
export async function rightShareOf(network: Network, { images, labels }: Digits): Promise<number> {
  const named = await namesOf(network, images);
  return named.filter((name, row) => name === labels[row]).length / labels.length;
}

/** The mean of −log p over the digits, where p is the probability of the right one, at least 10⁻⁷. */
export async function lossOf(network: Network, { images, labels }: Digits): Promise<number> {
  const probabilities = await askNetwork(network, images);
  const losses = probabilities.map((own, row) => -Math.log(Math.max(own[labels[row]!]!, 1e-7)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The sum over all pixels, and the row and column of their center of mass. */
export function massOf(image: Image): {
  readonly mass: number;
  readonly row: number;
  readonly column: number;
} {
  let [mass, row, column] = [0, 0, 0];
  image.forEach((pixels, r) => {
    pixels.forEach((value, c) => {
      mass += value;
      row += r * value;
      column += c * value;
    });
  });
  return { mass, row: row / mass, column: column / mass };
}
