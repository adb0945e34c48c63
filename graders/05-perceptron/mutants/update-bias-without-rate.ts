/**
 * Rejected by: the learning rate only scales
 * Plausible slip: the learning rate is forgotten for the bias.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = label - output(w, b, x);
  return { w: w.map((weight, j) => weight + lr * error * x[j]!), b: b + error };
}
