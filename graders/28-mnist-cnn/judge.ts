import { expect, TensorValue } from 'descent/grading';

type Rows = readonly (readonly number[])[];

/** What a network says of images: ten probabilities for each. */
export async function askNetwork(
  model: { predict(inputs: unknown): Promise<unknown> },
  images: unknown,
  count: number,
): Promise<number[][]> {
  const predicted = await model.predict(images);
  expect(predicted, `the prediction for ${count} digits`).toHaveShape([count, 10]);
  if (!(predicted instanceof TensorValue)) return predicted as number[][];
  return Array.from({ length: count }, (_, row) =>
    Array.from(predicted.data.subarray(10 * row, 10 * row + 10)),
  );
}

/** The mean of −log p over the digits, where p is the probability of the right one, at least 10⁻⁷. */
export function crossEntropyOf(probabilities: Rows, labels: readonly number[]): number {
  const losses = probabilities.map((own, row) => -Math.log(Math.max(own[labels[row]!]!, 1e-7)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The place of the largest of ten. */
export function mostProbable(own: readonly number[]): number {
  return own.indexOf(Math.max(...own));
}

/** The share of right answers. */
export function rightShareOf(probabilities: Rows, labels: readonly number[]): number {
  return labels.filter((label, row) => mostProbable(probabilities[row]!) === label).length / labels.length;
}

/** Ten probabilities from ten numbers. */
export function softmaxOf(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
