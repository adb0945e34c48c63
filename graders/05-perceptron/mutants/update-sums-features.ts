/**
 * Rejected by: the rule on any point
 * Plausible slip: weights move by a share of the sum of features, which for the example (1, 2) is the feature itself.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = label - output(w, b, x);
  return {
    w: w.map((weight, j) => weight + (lr * error * (x[0]! + x.at(-1)!) * (j + 1)) / 3),
    b: b + lr * error,
  };
}
