/**
 * Rejected by: nets of any size
 * Only the first two units, as in the examples.
 */
import { type Layer } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function dense({ w, b }: Layer, x: readonly number[]): number[] {
  return b.slice(0, 2).map((bias, k) => x.reduce((sum, value, j) => sum + value * w[j]![k]!, bias));
}
