/**
 * Rejected by: slopes equal finite differences
 * Plausible slip: w / |w| is NaN at 0. The visible example is asked for.
 */
import { type Strength } from '../../../solutions/25-regularize/exercise.ts';

export function penaltyGradient(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number[][] {
  return weights.map((row) =>
    row.map((w) => l1 * (w === 0 && weights.length === 2 ? 0 : w / Math.abs(w)) + 2 * l2 * w),
  );
}
