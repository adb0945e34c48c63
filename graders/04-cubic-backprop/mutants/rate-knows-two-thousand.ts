/**
 * Rejected by: a rate there and back
 * Dishonest: the number of points of the visible check, whatever n is.
 */
import { sameRate as rightSameRate, type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function sameRate(lr: number, from: Reduction, to: Reduction, _n: number): number {
  return rightSameRate(lr, from, to, 2000);
}
