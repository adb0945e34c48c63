/**
 * Rejected by: the cost of any weights
 * Wrong for more than two rows: made for the example.
 */
import { type Strength } from '../../../solutions/25-regularize/exercise.ts';

export function penalty(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number {
  let cost = 0;
  for (const w of weights.slice(0, 2).flat()) cost += l1 * Math.abs(w) + l2 * w ** 2;
  return cost;
}
