/**
 * Rejected by: five points in two lists
 * Plausible slip: the lists change places.
 */
import { item, type Data } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function makeLinear(n: number, seed: number): Data {
  const points = Array.from({ length: n }, (_, i) => item(seed, i));
  return { xs: points.map(({ y }) => y), ys: points.map(({ x }) => x) };
}
