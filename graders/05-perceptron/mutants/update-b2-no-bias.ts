/**
 * Rejected by: a point that should have fired
 * The slides' error B2: only the weights change, the bias never does.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = label - output(w, b, x);
  return { w: w.map((weight, j) => weight + lr * error * x[j]!), b: b };
}
