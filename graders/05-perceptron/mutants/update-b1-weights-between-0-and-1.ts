/**
 * Rejected by: right on points it has never seen
 * The slides' error B1: weights are kept between 0 and 1.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = label - output(w, b, x);
  return {
    w: w.map((weight, j) => Math.min(1, Math.max(0, weight + lr * error * x[j]!))),
    b: b + lr * error,
  };
}
