/**
 * Rejected by: no change where the answer is right
 * Every point moves the weights, also those that were right.
 */
import { type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = 2 * label - 1;
  return { w: w.map((weight, j) => weight + lr * error * x[j]!), b: b + lr * error };
}
