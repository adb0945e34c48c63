/**
 * Rejected by: reductions of any list
 * Plausible slip: divided by the three of the example.
 */
import { type Reduction } from '../../../solutions/13-losses/exercise.ts';

export function reduce(losses: readonly number[], reduction: Reduction): number | number[] {
  if (reduction === 'none') return [...losses];
  const sum = losses.reduce((total, loss) => total + loss, 0);
  return reduction === 'sum' ? sum : sum / 3;
}
