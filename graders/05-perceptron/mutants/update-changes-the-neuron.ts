/**
 * Rejected by: a point that should have fired
 * Plausible slip: the weights that were given are changed.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = label - output(w, b, x);
  const weights = w as number[];
  weights.forEach((_, j) => (weights[j]! += lr * error * x[j]!));
  return { w: weights, b: b + lr * error };
}
