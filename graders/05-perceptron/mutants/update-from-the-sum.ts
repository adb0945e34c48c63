/**
 * Rejected by: no change where the answer is right
 * Plausible slip: label − (w·x + b), the rule of Adaline (exercise 06), which never stops moving.
 */
import { type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = label - x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
  return { w: w.map((weight, j) => weight + lr * error * x[j]!), b: b + lr * error };
}
