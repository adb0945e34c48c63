/**
 * Rejected by: the bound for OR
 * Plausible slip: b² is left out of the length of the weights.
 */
import { type Data, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function updateBound({ xs, labels }: Data, { w, b }: Neuron): number {
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, j) => sum + value * other[j]!, 0);
  const radius = Math.max(...xs.map((x) => dot(x, x) + 1));
  const margin = Math.min(...xs.map((x, i) => (2 * labels[i]! - 1) * (dot(w, x) + b)));
  return margin > 0 ? (radius * dot(w, w)) / margin ** 2 : Infinity;
}
