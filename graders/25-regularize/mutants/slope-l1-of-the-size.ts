/**
 * Rejected by: its slope for four weights
 * Plausible slip: the size itself instead of its slope.
 */
import { type Strength } from '../../../solutions/25-regularize/exercise.ts';

export function penaltyGradient(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number[][] {
  return weights.map((row) => row.map((w) => l1 * Math.abs(w) + 2 * l2 * w));
}
