/**
 * Rejected by: five points in two lists
 * Plausible slip: from 0 to n, both included.
 */
import { item, type Data } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function makeLinear(n: number, seed: number): Data {
  const points = Array.from({ length: n + 1 }, (_, i) => item(seed, i));
  return { xs: points.map(({ x }) => x), ys: points.map(({ y }) => y) };
}
