/**
 * Rejected by: the cost of four weights
 * Plausible slip: the length of the weights instead of its square.
 */
import { type Strength } from '../../../solutions/25-regularize/exercise.ts';

export function penalty(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number {
  let cost = 0;
  for (const w of weights.flat()) cost += l1 * Math.abs(w);
  cost += l2 * Math.hypot(...weights.flat());
  return cost;
}
