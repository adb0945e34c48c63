/**
 * Rejected by: a point that should have fired
 * The slides' error B2, the other half: the error is not defined there; output − label moves the wrong way.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  const error = output(w, b, x) - label;
  return { w: w.map((weight, j) => weight + lr * error * x[j]!), b: b + lr * error };
}
