/**
 * Rejected by: the cost of four weights
 * Plausible slip: negative weights are paid for with negative sums.
 */
import { type Strength } from '../../../solutions/25-regularize/exercise.ts';

export function penalty(weights: readonly (readonly number[])[], { l1, l2 }: Strength): number {
  let cost = 0;
  for (const w of weights.flat()) cost += l1 * w + l2 * w ** 2;
  return cost;
}
