import { expect, TensorValue, tensorValue } from 'descent/grading';
import type { Points } from './points.ts';

/** A network of a submission. */
interface Model {
  predict(inputs: unknown): Promise<unknown>;
}

/** What a neuron with weights of x1, x2 and x1·x2 adds up for a point. */
export function crossedNetOf(
  { w, b }: { readonly w: readonly number[]; readonly b: number },
  [x1, x2]: readonly number[],
): number {
  const features = [x1!, x2!, x1! * x2!];
  return features.reduce((sum, feature, place) => sum + feature * w[place]!, b);
}

/** What a network says of points: a number for each, which is to be the probability of label 1. */
export async function probabilitiesOf(model: Model, xs: Points['xs']): Promise<number[]> {
  const predicted = await model.predict(tensorValue(xs.flat(), [xs.length, xs[0]!.length]));
  expect(predicted, `the prediction for ${xs.length} points`).toHaveShape([xs.length, 1]);
  return predicted instanceof TensorValue ? [...predicted.data] : (predicted as number[][]).flat();
}

/** The share of right answers of a network, computed here. */
export async function rightShareOf(model: Model, { xs, labels }: Points): Promise<number> {
  const probabilities = await probabilitiesOf(model, xs);
  const right = labels.filter((label, place) => (label === 1) === probabilities[place]! > 0.5);
  return right.length / labels.length;
}

/** The mean of −log p over the points, where p is the probability of the right label, at least 10⁻⁷. */
export async function lossOf(model: Model, { xs, labels }: Points): Promise<number> {
  const probabilities = await probabilitiesOf(model, xs);
  const losses = probabilities.map((p, i) => -Math.log(Math.max(labels[i] === 1 ? p : 1 - p, 1e-7)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
