/**
 * Rejected by: reductions of any list
 * Plausible slip: the list comes back in another order.
 */
import { type Reduction } from '../../../solutions/13-losses/exercise.ts';

export function reduce(losses: readonly number[], reduction: Reduction): number | number[] {
  if (reduction === 'none') return losses.toSorted((one, other) => one - other);
  const sum = losses.reduce((total, loss) => total + loss, 0);
  return reduction === 'sum' ? sum : sum / losses.length;
}
