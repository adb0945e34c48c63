/**
 * Rejected by: one dense layer
 * The bias is forgotten.
 */
import { type Layer } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function dense({ w, b }: Layer, x: readonly number[]): number[] {
  return b.map((_, k) => x.reduce((sum, value, j) => sum + value * w[j]![k]!, 0));
}
