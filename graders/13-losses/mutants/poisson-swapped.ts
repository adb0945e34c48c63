/**
 * Rejected by: percent, ratios and counts
 * Plausible slip: count and rate exchanged.
 */
import { SMALLEST } from '../../../solutions/13-losses/exercise.ts';

export function poisson(count: number, rate: number): number {
  return count - rate * Math.log(Math.max(count, SMALLEST));
}
