/**
 * Rejected by: rates for 2,000 points
 * Plausible slip: it looks at one end only, so that sum to sum changes the rate.
 */
import { type Reduction } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function sameRate(lr: number, from: Reduction, _to: Reduction, n: number): number {
  return from === 'sum' ? lr * n : lr / n;
}
