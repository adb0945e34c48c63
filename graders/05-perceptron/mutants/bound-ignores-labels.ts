/**
 * Rejected by: the bound on other points
 * Plausible slip: distances without their sign, so a mistake is not noticed.
 */
import { type Data, type Neuron } from '../../../solutions/05-perceptron/exercise.ts';

export function updateBound({ xs, labels }: Data, { w, b }: Neuron): number {
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, j) => sum + value * other[j]!, 0);
  const radius = Math.max(...xs.map((x) => dot(x, x) + 1));
  const margin = Math.min(...xs.map((x, i) => Math.abs(dot(w, x) + b) + 0 * labels[i]!));
  return margin > 0 ? (radius * (dot(w, w) + b * b)) / margin ** 2 : Infinity;
}
