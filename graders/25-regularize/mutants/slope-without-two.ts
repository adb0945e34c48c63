/**
 * Rejected by: its slope for four weights
 * Plausible slip: the 2 of the square is lost.
 */
import { type Strength } from '../../../solutions/25-regularize/exercise.ts';

export function penaltyGradient(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number[][] {
  return weights.map((row) => row.map((w) => l1 * Math.sign(w) + l2 * w));
}
