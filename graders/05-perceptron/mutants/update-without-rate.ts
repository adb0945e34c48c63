/**
 * Rejected by: a point that should have fired
 * Plausible slip: the learning rate is forgotten.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, _lr: number): Neuron {
  const error = label - output(w, b, x);
  return { w: w.map((weight, j) => weight + error * x[j]!), b: b + error };
}
