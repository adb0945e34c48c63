/**
 * Rejected by: a point that should not have fired
 * Plausible slip: label · x is added after a mistake, so a false alarm changes nothing.
 */
import { output, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function update({ w, b }: Neuron, x: readonly number[], label: number, lr: number): Neuron {
  if (output(w, b, x) === label) return { w, b };
  return { w: w.map((weight, j) => weight + lr * label * x[j]!), b: b + lr * label };
}
