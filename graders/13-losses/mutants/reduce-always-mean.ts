/**
 * Rejected by: none, mean and sum of three losses
 * The slides show every loss without its reduction (C6): here the mean, whatever was asked for.
 */
import { type Reduction } from '../../../solutions/13-losses/exercise.ts';

export function reduce(losses: readonly number[], _reduction: Reduction): number | number[] {
  return losses.reduce((total, loss) => total + loss, 0) / losses.length;
}
