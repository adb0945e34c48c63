/**
 * Rejected by: one dense layer
 * Slide error A15: w taken as [units, inputs], as in W·x + b.
 */
import { type Layer } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function dense({ w, b }: Layer, x: readonly number[]): number[] {
  return b.map((bias, k) => x.reduce((sum, value, j) => sum + value * (w[k]?.[j] ?? 0), bias));
}
