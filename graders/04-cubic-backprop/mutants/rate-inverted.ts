/**
 * Rejected by: rates for 2,000 points
 * Plausible slip: divided where it has to be multiplied.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function sameRate(lr: number, from: Reduction, to: Reduction, n: number): number {
  if (from === to) return lr;
  return from === 'sum' ? lr / n : lr * n;
}
