/**
 * Rejected by: rates for 2,000 points
 * Plausible slip: always from the sum to the mean.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function sameRate(lr: number, _from: Reduction, _to: Reduction, n: number): number {
  return lr * n;
}
